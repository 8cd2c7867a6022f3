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
 * @param maxMessageBytes how large a batch of records may be
 * @param unpacked whether the broker unpacks what was compressed, so that the bound holds for what a reader has to
 *     unpack; else it keeps each batch as its producer compressed it
 */
public record TopicSpec(
        String name,
        int partitions,
        CleanupKind cleanup,
        Optional<Duration> retention,
        TimestampType timestampType,
        int maxMessageBytes,
        boolean unpacked) {

    /** Kafka's own bound of a batch, with which its clients agree. */
    public static final int USUAL_MAX_MESSAGE_BYTES = 1_048_588;

    private static final String FOREVER = "-1";

    public TopicSpec {
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
        return of(name, partitions, CleanupKind.DELETE, Optional.of(retention), timestampType);
    }

    /** A topic of events that are kept forever. */
    public static TopicSpec journal(String name, int partitions, TimestampType timestampType) {
        return of(name, partitions, CleanupKind.DELETE, Optional.empty(), timestampType);
    }

    /** A topic that keeps the latest record of each key. */
    public static TopicSpec table(String name, int partitions, TimestampType timestampType) {
        return of(name, partitions, CleanupKind.COMPACT, Optional.empty(), timestampType);
    }

    private static TopicSpec of(
            String name, int partitions, CleanupKind cleanup, Optional<Duration> retention, TimestampType type) {
        return new TopicSpec(name, partitions, cleanup, retention, type, USUAL_MAX_MESSAGE_BYTES, false);
    }

    /** The same for records that anybody may write. */
    public TopicSpec fromOutside() {
        return new TopicSpec(name, partitions, cleanup, retention, timestampType, maxMessageBytes, true);
    }

    /** The same with another bound of a batch. */
    public TopicSpec upTo(int bytes) {
        return new TopicSpec(name, partitions, cleanup, retention, timestampType, bytes, unpacked);
    }

    /** All topic settings, by Kafka's names. */
    public Map<String, String> configs() {
        Map<String, String> configs = new HashMap<>();
        configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, cleanup.policy());
        configs.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, timestampType.toString());
        configs.put(TopicConfig.COMPRESSION_TYPE_CONFIG, unpacked ? "uncompressed" : "producer");
        configs.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(maxMessageBytes));
        configs.put(
                TopicConfig.RETENTION_MS_CONFIG,
                retention.map(time -> Long.toString(time.toMillis())).orElse(FOREVER));
        configs.put(TopicConfig.RETENTION_BYTES_CONFIG, FOREVER);
        return Map.copyOf(configs);
    }

    /** Whether a setting of the topic as it is there does what this one asks for. */
    boolean admits(String setting, String found) {
        return switch (setting) {
            case TopicConfig.MAX_MESSAGE_BYTES_CONFIG -> Long.parseLong(found) >= maxMessageBytes;
            case TopicConfig.COMPRESSION_TYPE_CONFIG -> !unpacked || found.equals("uncompressed");
            default -> found.equals(configs().get(setting));
        };
    }

    /** Whether a setting can be changed to what is needed without losing or reordering records. */
    boolean losesNothingBy(TopicFault change) {
        return switch (change.setting()) {
            case TopicConfig.MAX_MESSAGE_BYTES_CONFIG, TopicConfig.COMPRESSION_TYPE_CONFIG -> true;
            case TopicConfig.CLEANUP_POLICY_CONFIG -> cleanup == CleanupKind.DELETE && retention.isEmpty();
            default -> false;
        };
    }

    NewTopic toNewTopic(short replicationFactor) {
        return new NewTopic(name, partitions, replicationFactor).configs(configs());
    }
}
