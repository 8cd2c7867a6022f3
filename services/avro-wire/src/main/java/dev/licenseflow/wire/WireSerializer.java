package dev.licenseflow.wire;

import java.util.Map;
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

    private final LookupCache<Target, byte[]> prefixes = new LookupCache<>();
    private final LookupCache<Schema, DatumWriter<T>> writers = new LookupCache<>();
    private final RecordEncoder encoder = new RecordEncoder();
    private @Nullable WireSettings settings;

    @Override
    public void configure(Map<String, ?> config, boolean isKey) {
        settings = WireSettings.of(config, isKey);
    }

    @Override
    public byte @Nullable [] serialize(String topic, Headers headers, @Nullable T value) {
        settings().header().remove(headers);
        return serialize(topic, value);
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T value) {
        if (value == null) {
            return null;
        }
        byte[] prefix = prefixes.get(
                new Target(topic, value.getSchema()), target -> settings().prefix(target.topic(), target.schema()));
        DatumWriter<T> writer = writers.get(value.getSchema(), schema -> RecordFormat.writerFor(value));
        try {
            return encoder.encode(prefix, writer, value);
        } catch (SerializationException e) {
            throw new SerializationException("Topic " + topic + ": " + e.getMessage(), e);
        }
    }

    private WireSettings settings() {
        if (settings == null) {
            throw new ConfigException("The serializer was not configured");
        }
        return settings;
    }

    private record Target(String topic, Schema schema) {}
}
