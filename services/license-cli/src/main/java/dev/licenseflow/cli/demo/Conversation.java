package dev.licenseflow.cli.demo;

import dev.licenseflow.cli.client.TopicTail;
import dev.licenseflow.domain.decision.MonthTotals;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.messaging.mapping.ClosedPartition;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.messaging.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Requests to a broker, one after the other, and what they lead to. */
final class Conversation implements StoryPipeline, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration AFTERWARDS = Duration.ofMillis(500);

    private final LicensingTopics topics;
    private final Predicate<String> customers;
    private final TopicTail tail;
    private final KafkaProducer<String, Request> producer;
    private final AnswerBook book = new AnswerBook();
    private final List<ClosedPartition> closes = new ArrayList<>();

    /**
     * Begins to read what is written from now on.
     *
     * @param customers those of whom it is told; what is written of others is passed over
     */
    Conversation(KafkaAccess access, Predicate<String> customers) {
        this.topics = LicensingTopics.of(access.registry());
        this.customers = customers;
        this.tail = TopicTail.open(
                access,
                List.of(
                        topics.decisions().name(),
                        topics.charges().name(),
                        topics.licenses().name(),
                        topics.monthCloses().name()),
                false);
        Map<String, Object> properties = access.clientProperties();
        properties.put("acks", "all");
        properties.put("linger.ms", "0");
        this.producer = new KafkaProducer<>(
                properties,
                topics.requests().keys().serializer(),
                topics.requests().values().serializer());
    }

    /** @throws NoAnswerException if the request cannot be published, or no decision comes in time */
    @Override
    public Answer ask(Request request) throws InterruptedException {
        try {
            producer.send(new ProducerRecord<>(topics.requests().name(), request.customerId(), request))
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new NoAnswerException("Request " + request.requestId() + " could not be published", failure);
        }
        return answerTo(request.customerId(), request.requestId());
    }

    /** @throws NoAnswerException if it does not come in time */
    @Override
    public Answer answerTo(String customerId, String causeId) {
        return await(
                () -> book.take(customerId, causeId),
                "No decision on " + causeId + " of " + customerId + " came in time");
    }

    /**
     * The totals of a month close over all partitions.
     *
     * @throws NoAnswerException if it does not come in time
     */
    MonthTotals closed(YearMonth month, int partitions) {
        return await(
                () -> {
                    List<ClosedPartition> its = closes.stream()
                            .filter(one -> one.month().equals(month))
                            .toList();
                    return its.size() < partitions
                            ? Optional.empty()
                            : its.stream().map(ClosedPartition::totals).reduce(MonthTotals::plus);
                },
                "The month close of " + month + " did not come in time");
    }

    @Override
    public int surplus(String customerId) {
        read(AFTERWARDS);
        return book.surplus(customerId);
    }

    @Override
    public void close() {
        tail.close();
        producer.close();
    }

    private <T> T await(Supplier<Optional<T>> look, String otherwise) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<T> found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() - deadline > 0) {
                throw new NoAnswerException(otherwise);
            }
            read(POLL);
        }
    }

    private void read(Duration time) {
        for (ConsumerRecord<byte[], byte[]> record : tail.poll(time)) {
            String key = new String(record.key(), StandardCharsets.UTF_8);
            if (record.topic().equals(topics.monthCloses().name())) {
                closes.add(value(topics.monthCloses(), record));
            } else if (customers.test(key)) {
                gather(record);
            }
        }
    }

    private void gather(ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().equals(topics.decisions().name())) {
            book.enter(value(topics.decisions(), record));
        } else if (record.topic().equals(topics.charges().name())) {
            book.enter(value(topics.charges(), record));
        } else {
            book.enter(value(topics.licenses(), record));
        }
    }

    private static <V> V value(Topic<String, V> topic, ConsumerRecord<byte[], byte[]> record) {
        V value = topic.values().deserializer().deserialize(topic.name(), record.headers(), record.value());
        if (value == null) {
            throw new IllegalStateException(
                    "A tombstone on " + topic.name() + " at " + record.partition() + "/" + record.offset());
        }
        return value;
    }
}
