package dev.licenseflow.billing.outbox;

import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.messaging.mapping.UnreadableRecordException;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import dev.licenseflow.messaging.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Finds settlements on the topic that were published without the outbox knowing: whoever published them died in between. */
final class PublishedSettlements {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaAccess access;
    private final Topic<String, Settlement> topic;

    PublishedSettlements(KafkaAccess access, Topic<String, Settlement> topic) {
        this.access = access;
        this.topic = topic;
    }

    /**
     * Reads what was written from the given positions up to now, and says which of the entries are there.
     *
     * @param positions by partition; one that is missing is read from its beginning
     */
    List<PublishedEntry> among(List<OutboxEntry> entries, Map<Integer, Long> positions) {
        Map<Settlement, Long> wanted = new HashMap<>();
        entries.forEach(entry -> wanted.put(entry.settlement(), entry.seq()));
        List<PublishedEntry> found = new ArrayList<>();
        Map<TopicPartition, Long> ends = ends();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer("read_committed")) {
            consumer.assign(ends.keySet());
            ends.keySet().forEach(partition -> seek(consumer, partition, positions));
            long deadline = System.nanoTime() + TIMEOUT.toNanos();
            while (!ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                if (System.nanoTime() - deadline > 0) {
                    throw new TimeoutException("The settlements topic could not be read to its end in time");
                }
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    settlement(record)
                            .map(wanted::remove)
                            .ifPresent(seq -> found.add(new PublishedEntry(seq, record.partition(), record.offset())));
                }
            }
        }
        return found;
    }

    /** Including what is not committed yet: only when all of it is decided can we know that nothing of ours is there. */
    private Map<TopicPartition, Long> ends() {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer("read_uncommitted")) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name(), TIMEOUT).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            return consumer.endOffsets(partitions, TIMEOUT);
        }
    }

    private static void seek(
            KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, Map<Integer, Long> positions) {
        Long position = positions.get(partition.partition());
        if (position == null) {
            consumer.seekToBeginning(List.of(partition));
        } else {
            consumer.seek(partition, position);
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer(String isolation) {
        Map<String, Object> properties = access.clientProperties();
        properties.put("isolation.level", isolation);
        properties.put("auto.offset.reset", "earliest");
        properties.put("enable.auto.commit", false);
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** What cannot be read is not ours. */
    private Optional<Settlement> settlement(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.ofNullable(
                    topic.values().deserializer().deserialize(record.topic(), record.headers(), record.value()));
        } catch (SerializationException | UnreadableRecordException foreign) {
            return Optional.empty();
        }
    }
}
