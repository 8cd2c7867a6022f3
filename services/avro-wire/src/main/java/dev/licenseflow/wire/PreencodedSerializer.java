package dev.licenseflow.wire;

import java.util.Map;
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
    private final WireSettings settings;
    private final SchemaIdHeader header;
    private final LookupCache<String, byte[]> prefixes = new LookupCache<>();

    PreencodedSerializer(Schema schema, Function<D, byte[]> binary, Map<String, ?> config, boolean isKey) {
        this.schema = schema;
        this.binary = binary;
        this.settings = WireSettings.of(config, isKey);
        this.header = SchemaIdHeader.of(isKey);
    }

    @Override
    public byte @Nullable [] serialize(String topic, Headers headers, @Nullable D value) {
        header.remove(headers);
        return serialize(topic, value);
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable D value) {
        if (value == null) {
            return null;
        }
        byte[] prefix = prefixes.get(topic, asked -> settings.prefix(asked, schema));
        return RecordBinary.joined(prefix, binary.apply(value));
    }
}
