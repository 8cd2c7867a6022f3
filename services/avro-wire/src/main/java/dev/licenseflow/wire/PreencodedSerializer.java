package dev.licenseflow.wire;

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
record PreencodedSerializer<D>(
        Schema schema, Function<D, byte[]> binary, WireSettings settings, LookupCache<String, byte[]> prefixes)
        implements Serializer<D> {

    @Override
    public byte @Nullable [] serialize(String topic, Headers headers, @Nullable D value) {
        settings.header().remove(headers);
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
