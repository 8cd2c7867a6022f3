package dev.licenseflow.cli.demo;

import dev.licenseflow.cli.client.TopicTail;
import dev.licenseflow.domain.decision.MonthTotals;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.messaging.topic.Topic;
import dev.licenseflow.messaging.topic.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
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
import org.jspecify.annotations.Nullable;

/** A running pipeline, to which requests are sent one after the other. */
final class KafkaPipeline implements DemoPipeline, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration SURPLUS_TIME = Duration.ofMillis(500);

    private final Topic<String, Request> requests;
    private final Predicate<String> customers;
    private final TopicReader reader;
    private final TopicTail tail;
    private final KafkaProducer<String, Request> producer;
    private final RecordCollector collector = new RecordCollector();

    /**
     * Begins to read what is written from now on.
     *
     * @param customers those of the scenarios; what is written of others is passed over
     */
    KafkaPipeline(KafkaAccess access, Predicate<String> customers) {
        this.requests = LicensingTopics.of(access.registry()).requests();
        this.customers = customers;
        this.reader = new TopicReader(access.registry());
        this.tail = TopicTail.open(
                access,
                List.of(
                        LicensingTopics.DECISIONS.name(),
                        LicensingTopics.CHARGES.name(),
                        LicensingTopics.LICENSES.name(),
                        LicensingTopics.MONTH_CLOSES.name()),
                false);
        Map<String, Object> properties = access.clientProperties();
        properties.put("acks", "all");
        properties.put("linger.ms", "0");
        this.producer = new KafkaProducer<>(
                properties, requests.keys().serializer(), requests.values().serializer());
    }

    /** @throws NoAnswerException if the request cannot be published, or no decision comes in time */
    @Override
    public DecisionRecords ask(Request request) throws InterruptedException {
        try {
            producer.send(new ProducerRecord<>(requests.name(), request.customerId(), request))
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new NoAnswerException("Request " + request.requestId() + " could not be published", failure);
        }
        return decisionOn(request.customerId(), request.requestId());
    }

    /** @throws NoAnswerException if it does not come in time */
    @Override
    public DecisionRecords decisionOn(String customerId, String causeId) {
        return await(
                () -> collector.take(customerId, causeId),
                "No decision on " + causeId + " of " + customerId + " came in time");
    }

    /**
     * The totals of a month close over all partitions.
     *
     * @throws NoAnswerException if it does not come in time
     */
    MonthTotals closed(YearMonth month, int partitions) {
        return await(
                () -> collector.closed(month, partitions), "The month close of " + month + " did not come in time");
    }

    @Override
    public int surplus(String customerId) {
        read(SURPLUS_TIME);
        return collector.surplus(customerId);
    }

    @Override
    public void close() {
        tail.close();
        producer.close();
    }

    private <T> T await(Supplier<Optional<T>> question, String otherwise) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<T> found = question.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() - deadline > 0) {
                throw new NoAnswerException(otherwise, null);
            }
            read(POLL);
        }
    }

    private void read(Duration time) {
        for (ConsumerRecord<byte[], byte[]> record : tail.poll(time)) {
            if (record.topic().equals(LicensingTopics.MONTH_CLOSES.name())
                    || customers.test(new String(record.key(), StandardCharsets.UTF_8))) {
                collector.add(reader.read(record.topic(), record.headers(), record.value())
                        .orElseThrow(() -> new IllegalStateException("A tombstone on " + record.topic() + " at "
                                + record.partition() + "/" + record.offset())));
            }
        }
    }

    /** The pipeline did not answer in time. */
    static final class NoAnswerException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NoAnswerException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
