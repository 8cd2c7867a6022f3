package dev.licenseflow.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.message.SchemaStore;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * For state stores and their changelogs, which are nobody's business but the application's: Avro's single-object encoding,
 * bytes C3 01, the CRC-64-AVRO fingerprint of the schema, and Avro binary. It needs no registry, so a store
 * registers nothing and is restored without asking anyone. Safe for use by many threads, as interactive queries need it.
 *
 * @param <T> the generated class of the stored values
 */
public final class SingleObjectSerde<T extends SpecificRecord> implements Serde<T> {

    static final byte[] MARKER = {(byte) 0xC3, 0x01};
    static final int PREFIX_BYTES = MARKER.length + Long.BYTES;

    private final Class<T> type;
    private final byte[] prefix;
    private final long fingerprint;
    private final DatumWriter<T> writer;
    private final DatumReader<T> reader;
    private final SchemaStore earlier;

    private final LookupCache<Long, DatumReader<T>> earlierReaders = new LookupCache<>();

    private final RecordEncoder encoder = new RecordEncoder();
    private final RecordDecoder decoder = new RecordDecoder();

    SingleObjectSerde(Class<T> type, SchemaStore earlier) {
        Schema schema = RecordFormat.schemaOf(type);
        this.type = type;
        this.prefix = RecordBinary.singleObjectPrefix(schema);
        this.fingerprint = SchemaNormalization.parsingFingerprint64(schema);
        this.writer = RecordFormat.mappedWriterOf(type);
        this.reader = RecordFormat.readerOf(type, schema);
        this.earlier = earlier;
    }

    @Override
    public Serializer<T> serializer() {
        return (topic, value) -> value == null ? null : encoder.encode(prefix, writer, value);
    }

    @Override
    public Deserializer<T> deserializer() {
        return this::deserialize;
    }

    private @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        if (bytes.length < PREFIX_BYTES || bytes[0] != MARKER[0] || bytes[1] != MARKER[1]) {
            throw new SerializationException(topic + ": the stored bytes are not in Avro's single-object encoding");
        }
        long stored = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(MARKER.length);
        DatumReader<T> fitting = stored == fingerprint
                ? reader
                : earlierReaders.get(stored, asked -> earlierReader(topic, asked.longValue()));
        return decoder.decode(bytes, PREFIX_BYTES, fitting);
    }

    private DatumReader<T> earlierReader(String topic, long stored) {
        Schema schema = earlier.findByFingerprint(stored);
        if (schema == null) {
            throw new SerializationException(
                    topic + ": stored with an unknown schema, fingerprint " + Long.toHexString(stored));
        }
        return RecordFormat.readerOf(type, schema);
    }
}
