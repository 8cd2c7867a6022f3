package dev.licenseflow.wire;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes values whose Avro binary form is made elsewhere, in Confluent's wire format like {@link WireSerializer}. Safe for
 * use by many threads.
 *
 * @param <D> what is written
 */
final class PreencodedSerializer<D> implements Serializer<D> {

    private final Schema schema;
    private final Function<D, byte[]> binary;
    private final SchemaIds ids;
    private final SchemaIdHeader header;

    /** Bounded by the topics that a program writes. */
    private final Map<String, byte[]> prefixes = new ConcurrentHashMap<>();

    PreencodedSerializer(Schema schema, Function<D, byte[]> binary, Map<String, ?> config, boolean isKey) {
        this.schema = schema;
        this.binary = binary;
        this.ids = new SchemaIds(SchemaRegistry.of(config), WireSettings.of(config, isKey));
        this.header = SchemaIdHeader.of(isKey);
    }

    @Override
    public byte @Nullable [] serialize(String topic, Headers headers, @Nullable D value) {
        header.remove(headers);
        return serialize(topic, value);
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable D value) {
        return value == null ? null : RecordBinary.joined(prefix(topic), binary.apply(value));
    }

    private byte[] prefix(String topic) {
        byte[] known = prefixes.get(topic);
        if (known != null) {
            return known;
        }
        byte[] prefix = ByteBuffer.allocate(WireSerializer.PREFIX_BYTES)
                .put(WireSerializer.MAGIC)
                .putInt(ids.idFor(topic, schema))
                .array();
        prefixes.put(topic, prefix);
        return prefix;
    }
}
