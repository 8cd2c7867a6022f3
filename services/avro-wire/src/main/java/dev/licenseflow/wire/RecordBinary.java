package dev.licenseflow.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * Avro's bare binary form of a generated class, for a value that is written in several places, each with a prefix of its
 * own. Safe for use by many threads.
 *
 * @param <T> the generated class
 */
public final class RecordBinary<T extends SpecificRecord> {

    private static final byte[] NO_PREFIX = {};

    private final Schema schema;
    private final DatumWriter<T> writer;
    private final RecordEncoder encoder = new RecordEncoder();

    public RecordBinary(Class<T> type) {
        this.schema = RecordFormat.schemaOf(type);
        this.writer = RecordFormat.mappedWriterOf(type);
    }

    /** The record and nothing in front of it. */
    public byte[] of(T value) {
        return encoder.encode(NO_PREFIX, writer, value);
    }

    /** What stands in front of it in Avro's single-object encoding: the marker and the schema's fingerprint. */
    public byte[] singleObjectPrefix() {
        return singleObjectPrefix(schema);
    }

    static byte[] singleObjectPrefix(Schema schema) {
        return ByteBuffer.allocate(SingleObjectSerde.PREFIX_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(SingleObjectSerde.MARKER)
                .putLong(SchemaNormalization.parsingFingerprint64(schema))
                .array();
    }

    /** The two as one. */
    public static byte[] joined(byte[] prefix, byte[] binary) {
        return ByteBuffer.allocate(prefix.length + binary.length)
                .put(prefix)
                .put(binary)
                .array();
    }
}
