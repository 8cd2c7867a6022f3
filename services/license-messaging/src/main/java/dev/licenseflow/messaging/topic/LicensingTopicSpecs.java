package dev.licenseflow.messaging.topic;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.record.TimestampType;

/**
 * The topics of Licenseflow. All are keyed by customer id, but for the catalog, whose key is the version. The processor
 * compresses with lz4; what comes from outside is kept unpacked, so that no small batch is a large one for who reads it.
 *
 * @param partitions of every topic but the catalog's. It cannot be changed later: a customer's records would be split
 *     over two partitions and lose their order
 */
public record LicensingTopicSpecs(int partitions) {

    /** The bound of how many processors can share the work, unless configured otherwise. */
    public static final int DEFAULT_PARTITIONS = 8;

    /**
     * The bound of a batch on the topics and changelogs that the processor writes. The decision on the largest legal
     * settlement has 0.7 MB; see ADR 7.
     */
    public static final int OUTPUT_MAX_MESSAGE_BYTES = 4 * 1024 * 1024;

    private static final Duration INPUT_RETENTION = Duration.ofDays(90);
    private static final Duration CLOCK_RETENTION = Duration.ofDays(7);
    private static final Duration DEAD_LETTER_RETENTION = Duration.ofDays(30);

    /** With the usual number of partitions. */
    public LicensingTopicSpecs() {
        this(DEFAULT_PARTITIONS);
    }

    /** What partners and portals ask for. Its append time is the time of a request (T1). */
    public TopicSpec requests() {
        return TopicSpec.events("licensing.requests", partitions, INPUT_RETENTION, TimestampType.LOG_APPEND_TIME)
                .fromOutside();
    }

    /** What billing says about charges. */
    public TopicSpec settlements() {
        return TopicSpec.events("licensing.settlements", partitions, INPUT_RETENTION, TimestampType.LOG_APPEND_TIME)
                .fromOutside();
    }

    /** The processor's own ticks, which move time on in a partition where nobody asks for anything. */
    public TopicSpec clock() {
        return TopicSpec.events("licensing.clock", partitions, CLOCK_RETENTION, TimestampType.LOG_APPEND_TIME);
    }

    /**
     * Every catalog version ever published, refused ones among them (C2); read as a whole by each processor, hence one
     * partition. Compaction would keep the last record under a version's number, which may be one that was refused.
     */
    public TopicSpec catalog() {
        return TopicSpec.journal("licensing.catalog", 1, TimestampType.LOG_APPEND_TIME);
    }

    /** One decision for each input (D1): the journal of each customer (D9), so it is kept forever. */
    public TopicSpec decisions() {
        return TopicSpec.journal("licensing.decisions", partitions, TimestampType.CREATE_TIME)
                .upTo(OUTPUT_MAX_MESSAGE_BYTES);
    }

    /** What customers owe (G1), for billing. */
    public TopicSpec charges() {
        return TopicSpec.journal("licensing.charges", partitions, TimestampType.CREATE_TIME)
                .upTo(OUTPUT_MAX_MESSAGE_BYTES);
    }

    /** The end of a month for a customer, with what it changed. */
    public TopicSpec monthCloses() {
        return TopicSpec.journal("licensing.month-closes", partitions, TimestampType.CREATE_TIME)
                .upTo(OUTPUT_MAX_MESSAGE_BYTES);
    }

    /** The licenses that each customer has now. */
    public TopicSpec licenses() {
        return TopicSpec.table("licensing.licenses", partitions, TimestampType.CREATE_TIME)
                .upTo(OUTPUT_MAX_MESSAGE_BYTES);
    }

    /** Requests that could not be read, with the reason in their headers. */
    public TopicSpec requestDeadLetters() {
        return deadLetters(requests());
    }

    /** Settlements that could not be read, with the reason in their headers. */
    public TopicSpec settlementDeadLetters() {
        return deadLetters(settlements());
    }

    /** All of them, inputs first. */
    public List<TopicSpec> all() {
        return List.of(
                requests(),
                settlements(),
                clock(),
                catalog(),
                decisions(),
                charges(),
                monthCloses(),
                licenses(),
                requestDeadLetters(),
                settlementDeadLetters());
    }

    private TopicSpec deadLetters(TopicSpec input) {
        return TopicSpec.events(input.name() + ".dlq", partitions, DEAD_LETTER_RETENTION, TimestampType.CREATE_TIME);
    }
}
