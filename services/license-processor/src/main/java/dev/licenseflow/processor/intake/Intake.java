package dev.licenseflow.processor.intake;

import dev.licenseflow.messaging.mapping.UnreadableRecordException;
import dev.licenseflow.messaging.topic.KeyPartitioner;
import dev.licenseflow.messaging.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the records of one input topic, and forwards those that cannot be decided here. A record that cannot be decoded,
 * or whose key is not its customer id, is a dead letter (D1). One in another partition than its key's would be decided
 * on another state than the rest of its customer: it is sent on to the right partition, once, and is decided by the time
 * at which it is appended there.
 *
 * @param <V> what the topic's values are read as
 */
public final class Intake<V> {

    /** Header of a record that was sent on: where it stood, as {@code topic-partition@offset}. */
    public static final String REDIRECTED_FROM = "redirected-from";

    /** What is sent on has to fit where it came from, together with the header that says so. */
    private static final int REDIRECT_LIMIT_BYTES = 1_000_000;

    private static final String REDIRECTED = "REDIRECTED";
    private static final int FRAME_BYTES = 32;
    private static final int SHOWN_KEY_LENGTH = 64;

    private final Topic<String, V> topic;
    private final Deserializer<V> values;
    private final Function<V, String> customerOf;
    private final int partitions;
    private final IntakeLog log;
    private final ProcessorContext<Object, Object> context;
    private final Map<String, Sensor> counters;

    /** @param customerOf the customer that a value concerns, whose id has to be the record's key */
    public Intake(
            Topic<String, V> topic,
            Function<V, String> customerOf,
            int partitions,
            IntakeLog log,
            ProcessorContext<Object, Object> context) {
        this.topic = topic;
        this.values = topic.values().deserializer();
        this.customerOf = customerOf;
        this.partitions = partitions;
        this.log = log;
        this.context = context;
        this.counters = Stream.of(
                        REDIRECTED, DeadLetters.UNREADABLE, DeadLetters.FOREIGN_KEY, DeadLetters.WRONG_PARTITION)
                .collect(Collectors.toMap(Function.identity(), this::counter));
    }

    /** The sink node of records that are sent on within a topic. */
    public static String redirectSink(Topic<?, ?> topic) {
        return "redirect-" + topic.name();
    }

    /** The sink node of a topic's dead letters. */
    public static String deadLetterSink(Topic<?, ?> topic) {
        return "egress-" + topic.deadLetters();
    }

    /** It is shown as {@code kafka.stream.intake.<what>.total}, with the topic as {@code intake.id}. */
    private Sensor counter(String what) {
        String operation = what.toLowerCase(Locale.ROOT).replace('_', '-');
        return context.metrics().addRateTotalSensor("intake", topic.name(), operation, Sensor.RecordingLevel.INFO);
    }

    /**
     * What is to be decided; empty if the record was forwarded instead. Throws
     * {@link dev.licenseflow.wire.RegistryUnavailableException}, which says nothing about the record.
     */
    public Optional<V> read(Record<byte[], byte[]> record) {
        RecordMetadata place = context.recordMetadata().orElseThrow();
        V value;
        try {
            value = values.deserialize(topic.name(), record.headers(), record.value());
        } catch (SerializationException | UnreadableRecordException unreadable) {
            return deadLetter(record, place, DeadLetters.UNREADABLE, String.valueOf(unreadable.getMessage()));
        }
        if (value == null) {
            return deadLetter(record, place, DeadLetters.UNREADABLE, "the record has no value");
        }
        String customer = customerOf.apply(value);
        if (record.key() == null || !customer.equals(new String(record.key(), StandardCharsets.UTF_8))) {
            String message = "the key is '" + shown(record.key()) + "', the customer id is '" + customer + "'";
            return deadLetter(record, place, DeadLetters.FOREIGN_KEY, message);
        }
        int partition = KeyPartitioner.partitionOf(record.key(), partitions);
        return partition == place.partition() ? Optional.of(value) : sendOn(record, place, partition);
    }

    private Optional<V> sendOn(Record<byte[], byte[]> record, RecordMetadata place, int partition) {
        boolean sentBefore = record.headers().lastHeader(REDIRECTED_FROM) != null;
        if (sentBefore || sizeOf(record) > REDIRECT_LIMIT_BYTES) {
            String message = sentBefore
                    ? "the record was sent on before, and its key belongs into partition " + partition
                    : "the key belongs into partition " + partition + ", and the record is too large to be sent on";
            return deadLetter(record, place, DeadLetters.WRONG_PARTITION, message);
        }
        count(REDIRECTED);
        log.redirected(place, partition);
        record.headers().add(REDIRECTED_FROM, IntakeLog.text(place).getBytes(StandardCharsets.UTF_8));
        context.forward(record, redirectSink(topic));
        return Optional.empty();
    }

    private Optional<V> deadLetter(Record<byte[], byte[]> record, RecordMetadata place, String reason, String message) {
        count(reason);
        log.deadLetter(place, reason, message);
        context.forward(DeadLetters.of(record, place, reason, message), deadLetterSink(topic));
        return Optional.empty();
    }

    private void count(String what) {
        Objects.requireNonNull(counters.get(what), what).record();
    }

    private static long sizeOf(Record<byte[], byte[]> record) {
        long bytes = (long) record.key().length + record.value().length + FRAME_BYTES;
        for (Header header : record.headers()) {
            // A character of a header's name has up to three bytes.
            bytes += 3L * header.key().length() + (header.value() == null ? 0 : header.value().length) + FRAME_BYTES;
        }
        return bytes;
    }

    private static String shown(byte @Nullable [] key) {
        if (key == null) {
            return "null";
        }
        String text = new String(key, StandardCharsets.UTF_8);
        return text.length() <= SHOWN_KEY_LENGTH ? text : text.substring(0, SHOWN_KEY_LENGTH) + "…";
    }
}
