package dev.licenseflow.messaging.topic;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.record.TimestampType;

/**
 * A topic as the pipeline needs it.
 *
 * @param partitions of topics that are read together, all the same number: a key must be in the same one of each
 * @param retention how long records are kept at least; empty is forever. Without a meaning for a compacted topic
 * @param timestampType whose clock stamps a record: the broker's where a time decides (T1 of the domain contract)
 * @param extraConfigs further topic settings, applied when the topic is created and not checked afterwards
 */
public record TopicSpec(
        String name,
        int partitions,
        CleanupKind cleanup,
        Optional<Duration> retention,
        TimestampType timestampType,
        Map<String, String> extraConfigs) {

    private static final String FOREVER = "-1";

    public TopicSpec {
        extraConfigs = Map.copyOf(extraConfigs);
        if (name.isBlank()) {
            throw new IllegalArgumentException("a topic needs a name");
        }
        if (partitions < 1) {
            throw new IllegalArgumentException(name + " needs at least one partition, not " + partitions);
        }
        if (retention.filter(time -> time.isNegative() || time.isZero()).isPresent()) {
            throw new IllegalArgumentException(name + " would lose its records at once");
        }
        if (timestampType == TimestampType.NO_TIMESTAMP_TYPE) {
            throw new IllegalArgumentException(name + " needs record times");
        }
    }

    /** A topic of events, each kept for a time. */
    public static TopicSpec events(String name, int partitions, Duration retention, TimestampType timestampType) {
        return new TopicSpec(name, partitions, CleanupKind.DELETE, Optional.of(retention), timestampType, Map.of());
    }

    /** A topic of events that are kept forever. */
    public static TopicSpec journal(String name, int partitions, TimestampType timestampType) {
        return new TopicSpec(name, partitions, CleanupKind.DELETE, Optional.empty(), timestampType, Map.of());
    }

    /** A topic that keeps the latest record of each key. */
    public static TopicSpec table(String name, int partitions, TimestampType timestampType) {
        return new TopicSpec(name, partitions, CleanupKind.COMPACT, Optional.empty(), timestampType, Map.of());
    }

    /** All topic settings, by Kafka's names. The broker keeps each batch as its producer compressed it. */
    public Map<String, String> configs() {
        Map<String, String> configs = new HashMap<>();
        configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, cleanup.policy());
        configs.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, timestampType.toString());
        configs.put(TopicConfig.COMPRESSION_TYPE_CONFIG, "producer");
        configs.put(
                TopicConfig.RETENTION_MS_CONFIG,
                retention.map(time -> Long.toString(time.toMillis())).orElse(FOREVER));
        configs.put(TopicConfig.RETENTION_BYTES_CONFIG, FOREVER);
        configs.putAll(extraConfigs);
        return Map.copyOf(configs);
    }

    NewTopic toNewTopic(short replicationFactor) {
        return new NewTopic(name, partitions, replicationFactor).configs(configs());
    }
}
