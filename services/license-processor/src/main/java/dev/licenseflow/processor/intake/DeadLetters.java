package dev.licenseflow.processor.intake;

import dev.licenseflow.domain.request.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Makes a dead letter of a record: the same key, value, time and headers, on {@code <topic>.dlq}, and in headers of its
 * own what was wrong and where it stood (D1). A dead letter is a record too: what is beyond the bounds here is cut, and
 * headers tell its full length and digest. The whole record stays where it stood until its topic's retention ends.
 */
public final class DeadLetters {

    /** Header: {@link #UNREADABLE}, {@link #FOREIGN_KEY} or {@link #WRONG_PARTITION}. */
    public static final String REASON = "dlq-reason";

    /** Header: one English sentence that says what was wrong. */
    public static final String MESSAGE = "dlq-message";

    /** Headers: the topic, the partition and the offset at which the record stood; the numbers in decimal. */
    public static final String TOPIC = "dlq-topic";

    public static final String PARTITION = "dlq-partition";
    public static final String OFFSET = "dlq-offset";

    /** Headers, where the value was cut: its full length in bytes in decimal, and its SHA-256 in hexadecimal digits. */
    public static final String VALUE_BYTES = "dlq-value-bytes";

    public static final String VALUE_SHA256 = "dlq-value-sha256";

    /** The same where the key was cut. */
    public static final String KEY_BYTES = "dlq-key-bytes";

    public static final String KEY_SHA256 = "dlq-key-sha256";

    /** Header, where headers were cut or left out: how many the record had, and their length in bytes, in decimal. */
    public static final String HEADERS_CUT = "dlq-headers-cut";

    /** The record could not be decoded. */
    public static final String UNREADABLE = "UNREADABLE";

    /** The record's key is not its customer id. */
    public static final String FOREIGN_KEY = "FOREIGN_KEY";

    /** The record stands in another partition than its key's and cannot be sent on. */
    public static final String WRONG_PARTITION = "WRONG_PARTITION";

    /** The most bytes of a value that are kept. With the other bounds it is far below what a producer may send. */
    public static final int VALUE_LIMIT_BYTES = 256 * 1024;

    /** The most bytes of a key that are kept. */
    public static final int KEY_LIMIT_BYTES = 1024;

    private static final int HEADERS_LIMIT = 32;
    private static final int HEADER_LIMIT_BYTES = 1024;
    private static final int MESSAGE_LIMIT = 1000;
    private static final String OUR_HEADERS = "dlq-";

    private DeadLetters() {}

    static Record<byte[], byte[]> of(
            Record<byte[], byte[]> record, RecordMetadata place, String reason, String message) {
        Record<byte[], byte[]> letter = new Record<>(
                cut(record.key(), KEY_LIMIT_BYTES), cut(record.value(), VALUE_LIMIT_BYTES), record.timestamp());
        Headers headers = letter.headers();
        addBounded(record.headers(), headers);
        add(headers, REASON, reason);
        add(headers, MESSAGE, message.length() > MESSAGE_LIMIT ? message.substring(0, MESSAGE_LIMIT) : message);
        add(headers, TOPIC, place.topic());
        add(headers, PARTITION, Integer.toString(place.partition()));
        add(headers, OFFSET, Long.toString(place.offset()));
        addCut(headers, record.key(), KEY_LIMIT_BYTES, KEY_BYTES, KEY_SHA256);
        addCut(headers, record.value(), VALUE_LIMIT_BYTES, VALUE_BYTES, VALUE_SHA256);
        return letter;
    }

    /** Keeps the record's own headers, but for those that an earlier dead letter was given. */
    private static void addBounded(Headers original, Headers kept) {
        boolean isCut = false;
        int count = 0;
        long bytes = 0;
        for (Header header : original) {
            if (header.key().startsWith(OUR_HEADERS)) {
                continue;
            }
            count++;
            int valueBytes = header.value() == null ? 0 : header.value().length;
            bytes += header.key().length() + valueBytes;
            if (count > HEADERS_LIMIT || header.key().length() > HEADER_LIMIT_BYTES) {
                isCut = true;
            } else {
                kept.add(header.key(), cut(header.value(), HEADER_LIMIT_BYTES));
                isCut |= valueBytes > HEADER_LIMIT_BYTES;
            }
        }
        if (isCut) {
            add(kept, HEADERS_CUT, count + " headers of " + bytes + " bytes");
        }
    }

    private static void addCut(
            Headers headers, byte @Nullable [] whole, int limit, String lengthHeader, String digestHeader) {
        if (whole != null && whole.length > limit) {
            add(headers, lengthHeader, Integer.toString(whole.length));
            add(headers, digestHeader, Sha256.hex(whole));
        }
    }

    @SuppressWarnings("NullAway") // A key, value or header of Kafka's may be null, and then stays so.
    private static byte[] cut(byte @Nullable [] whole, int limit) {
        return whole == null || whole.length <= limit ? whole : Arrays.copyOf(whole, limit);
    }

    private static void add(Headers headers, String header, String text) {
        headers.add(header, text.getBytes(StandardCharsets.UTF_8));
    }
}
