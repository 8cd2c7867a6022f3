package dev.licenseflow.cli.demo;

import dev.licenseflow.domain.request.Request;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import dev.licenseflow.messaging.topic.LicensingTopics;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Requests to a broker, one after the other, and what they lead to. */
final class Conversation implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;

    private final LicensingTopics topics;
    private final KafkaProducer<String, Request> producer;
    private final AnswerReader answers;

    private Conversation(LicensingTopics topics, KafkaProducer<String, Request> producer, AnswerReader answers) {
        this.topics = topics;
        this.producer = producer;
        this.answers = answers;
    }

    /** @param customers those of whom it is told; what is written of others is passed over */
    static Conversation open(KafkaAccess access, Predicate<String> customers) {
        LicensingTopics topics = LicensingTopics.of(access.registry());
        AnswerReader answers = AnswerReader.open(access, customers);
        Map<String, Object> properties = access.clientProperties();
        properties.put("acks", "all");
        properties.put("linger.ms", "0");
        return new Conversation(
                topics,
                new KafkaProducer<>(
                        properties,
                        topics.requests().keys().serializer(),
                        topics.requests().values().serializer()),
                answers);
    }

    /** @throws NoAnswerException if the request cannot be published, or no decision comes in time */
    Answer ask(Request request) throws InterruptedException {
        try {
            producer.send(new ProducerRecord<>(topics.requests().name(), request.customerId(), request))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new NoAnswerException("Request " + request.requestId() + " could not be published", failure);
        }
        return answers.to(request.customerId(), request.requestId());
    }

    AnswerReader answers() {
        return answers;
    }

    @Override
    public void close() {
        answers.close();
        producer.close();
    }
}
