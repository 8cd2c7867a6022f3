package dev.licenseflow.wire;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.DatumWriter;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes Avro records in Confluent's wire format. The registry is asked once per topic and schema. Null stays null, which is
 * a tombstone on a compacted topic. Safe for use by many threads, as a producer needs it; can be named in a producer's
 * properties as {@code value.serializer}.
 *
 * @param <T> the class of the records, generated or generic
 */
public final class WireSerializer<T extends IndexedRecord> implements Serializer<T> {

    static final byte MAGIC = 0;
    static final int PREFIX_BYTES = 1 + Integer.BYTES;

    /** Bounded by the topics and schemas that a program has; both are few. */
    private final Map<Target, Binding<T>> bindings = new ConcurrentHashMap<>();

    private final RecordEncoder encoder = new RecordEncoder();
    private SchemaIdHeader header = SchemaIdHeader.VALUE;
    private @Nullable SchemaIds ids;

    /** What was written last, mostly the same again: spares the look into the map. */
    private volatile @Nullable Binding<T> last;

    @Override
    public void configure(Map<String, ?> config, boolean isKey) {
        ids = new SchemaIds(SchemaRegistry.of(config), WireSettings.of(config, isKey));
        header = SchemaIdHeader.of(isKey);
    }

    @Override
    public byte @Nullable [] serialize(String topic, Headers headers, @Nullable T value) {
        header.remove(headers);
        return serialize(topic, value);
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T value) {
        if (value == null) {
            return null;
        }
        Binding<T> binding = binding(topic, value);
        try {
            return encoder.encode(binding.prefix, binding.writer, value);
        } catch (SerializationException e) {
            throw new SerializationException("Topic " + topic + ": " + e.getMessage(), e);
        }
    }

    private Binding<T> binding(String topic, T value) {
        Binding<T> latest = last;
        if (latest != null
                && latest.target.topic().equals(topic)
                && latest.target.schema().equals(value.getSchema())) {
            return latest;
        }
        Target target = new Target(topic, value.getSchema());
        Binding<T> known = bindings.get(target);
        Binding<T> binding = known == null ? bind(target, value) : known;
        last = binding;
        return binding;
    }

    private Binding<T> bind(Target target, T value) {
        if (ids == null) {
            throw new ConfigException("The serializer was not configured");
        }
        int id = ids.idFor(target.topic(), target.schema());
        byte[] prefix = ByteBuffer.allocate(PREFIX_BYTES).put(MAGIC).putInt(id).array();
        Binding<T> binding = new Binding<>(target, prefix, RecordFormat.writerFor(value));
        bindings.put(target, binding);
        return binding;
    }

    private record Target(String topic, Schema schema) {}

    /** How to write records of one schema to one topic. */
    private static final class Binding<T> {

        private final Target target;
        private final byte[] prefix;
        private final DatumWriter<T> writer;

        Binding(Target target, byte[] prefix, DatumWriter<T> writer) {
            this.target = target;
            this.prefix = prefix;
            this.writer = writer;
        }
    }
}
