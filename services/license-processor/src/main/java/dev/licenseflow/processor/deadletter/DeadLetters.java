package dev.licenseflow.processor.deadletter;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;

/**
 * Makes a dead letter of a record: the same key, value, time and headers, on {@code <topic>.dlq}, and in headers of its
 * own what was wrong and where it stood (D1).
 */
public final class DeadLetters {

    /** Header: {@link #UNREADABLE} or {@link #FOREIGN_KEY}. */
    public static final String REASON = "dlq-reason";

    /** Header: one English sentence that says what was wrong. */
    public static final String MESSAGE = "dlq-message";

    /** Header: the topic the record stood on. */
    public static final String TOPIC = "dlq-topic";

    /** Header: the partition the record stood on, in decimal. */
    public static final String PARTITION = "dlq-partition";

    /** Header: the offset the record stood at, in decimal. */
    public static final String OFFSET = "dlq-offset";

    /** The record could not be decoded. */
    public static final String UNREADABLE = "UNREADABLE";

    /** The record's key is not its customer id. */
    public static final String FOREIGN_KEY = "FOREIGN_KEY";

    private static final String SUFFIX = ".dlq";

    private DeadLetters() {}

    /** The topic to which the dead letters of a topic go. */
    public static String topicOf(String topic) {
        return topic + SUFFIX;
    }

    static ProducerRecord<byte[], byte[]> of(
            ErrorHandlerContext place,
            byte @Nullable [] key,
            byte @Nullable [] value,
            Headers original,
            String reason,
            String message) {
        ProducerRecord<byte[], byte[]> letter =
                new ProducerRecord<>(topicOf(place.topic()), null, place.timestamp(), key, value, original);
        add(letter, REASON, reason);
        add(letter, MESSAGE, message);
        add(letter, TOPIC, place.topic());
        add(letter, PARTITION, Integer.toString(place.partition()));
        add(letter, OFFSET, Long.toString(place.offset()));
        return letter;
    }

    private static void add(ProducerRecord<byte[], byte[]> letter, String header, String text) {
        letter.headers().remove(header).add(header, text.getBytes(StandardCharsets.UTF_8));
    }
}
