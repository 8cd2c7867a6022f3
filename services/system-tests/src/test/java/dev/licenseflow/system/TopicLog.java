package dev.licenseflow.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.licenseflow.messaging.publishing.KafkaAccess;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.awaitility.Awaitility;

/**
 * A topic as a consumer of committed records sees it.
 *
 * @param <V> what the values are read as
 */
public final class TopicLog<V> implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(20);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Deserializer<V> values;
    private final List<TopicPartition> partitions;
    private final List<Entry<V>> entries = new ArrayList<>();

    public TopicLog(KafkaAccess access, String topic, Deserializer<V> values) {
        Map<String, Object> properties = access.clientProperties();
        properties.put("isolation.level", "read_committed");
        this.consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.values = values;
        this.partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** What has come so far, in the order of each partition. */
    public List<Entry<V>> entries() {
        consumer.poll(POLL).forEach(record -> entries.add(entry(record)));
        return entries;
    }

    /** Waits for as many; there may be more. */
    public List<Entry<V>> await(int count) {
        return await(read -> read.size() >= count);
    }

    public List<Entry<V>> await(Predicate<List<Entry<V>>> condition) {
        Awaitility.await()
                .atMost(Pipeline.PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .pollInSameThread()
                .until(() -> condition.test(entries()));
        return entries;
    }

    /** All there is. What runs meanwhile may write more, so it is stopped before. */
    public List<Entry<V>> toEnd() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        await(read -> ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue()));
        return entries;
    }

    @Override
    public void close() {
        consumer.close();
    }

    private Entry<V> entry(ConsumerRecord<byte[], byte[]> record) {
        SortedMap<String, String> headers = new TreeMap<>();
        record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return new Entry<>(
                record.partition(),
                record.offset(),
                record.key() == null ? "" : new String(record.key(), UTF_8),
                Instant.ofEpochMilli(record.timestamp()),
                values.deserialize(record.topic(), record.headers(), record.value()),
                record.value(),
                headers);
    }

    /**
     * A record.
     *
     * @param bytes the value as it stands there
     */
    @SuppressWarnings("ArrayRecordComponent") // Entries are not compared as a whole.
    public record Entry<V>(
            int partition,
            long offset,
            String key,
            Instant at,
            V value,
            byte[] bytes,
            SortedMap<String, String> headers) {}
}
