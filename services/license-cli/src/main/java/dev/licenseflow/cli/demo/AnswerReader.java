package dev.licenseflow.cli.demo;

import dev.licenseflow.cli.client.TopicTail;
import dev.licenseflow.domain.month.MonthTotals;
import dev.licenseflow.messaging.mapping.ClosedPartition;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.messaging.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads what a pipeline answers, and waits for the answers. */
final class AnswerReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration AFTERWARDS = Duration.ofMillis(500);

    private final LicensingTopics topics;
    private final TopicTail tail;
    private final Predicate<String> customers;
    private final AnswerBook book = new AnswerBook();
    private final List<ClosedPartition> closes = new ArrayList<>();

    private AnswerReader(LicensingTopics topics, TopicTail tail, Predicate<String> customers) {
        this.topics = topics;
        this.tail = tail;
        this.customers = customers;
    }

    /**
     * Begins to read what is written from now on.
     *
     * @param customers those whose records are gathered
     */
    static AnswerReader open(KafkaAccess access, Predicate<String> customers) {
        LicensingTopics topics = LicensingTopics.of(access.registry());
        List<String> names = List.of(
                topics.decisions().name(),
                topics.charges().name(),
                topics.licenses().name(),
                topics.monthCloses().name());
        return new AnswerReader(topics, TopicTail.open(access, names, false), customers);
    }

    /**
     * The answer to a request or settlement, or what the begin of a month led to.
     *
     * @throws NoAnswerException if it does not come in time
     */
    Answer to(String customerId, String causeId) {
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

    /** How many records of a customer came that were part of no answer and of no month close. */
    int surplus(String customerId) {
        read(AFTERWARDS);
        return book.surplus(customerId);
    }

    @Override
    public void close() {
        tail.close();
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
