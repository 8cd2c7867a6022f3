package dev.licenseflow.wire;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.message.SchemaStore;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Ready-made serdes for the generated classes of the contract. Each is configured already and need not be again. */
public final class AvroWire {

    private AvroWire() {}

    /**
     * For topics: Confluent's wire format. {@code avro.serializer.class} and {@code avro.deserializer.class} put other classes in
     * place of ours, such as Confluent's own.
     *
     * @param config Confluent's property names, {@code schema.registry.url} among them
     * @throws org.apache.kafka.common.config.ConfigException when a property makes no sense
     */
    public static <T extends SpecificRecord> Serde<T> serde(Class<T> type, Map<String, ?> config, boolean isKey) {
        return Serdes.serdeFrom(serializer(type, config, isKey), deserializer(type, config, isKey));
    }

    /** The writing half of {@link #serde}. */
    public static <T extends SpecificRecord> Serializer<T> serializer(
            Class<T> type, Map<String, ?> config, boolean isKey) {
        return NamedSerdes.<T>serializer(config, isKey).orElseGet(() -> {
            Serializer<T> serializer = new WireSerializer<>();
            serializer.configure(config, isKey);
            return serializer;
        });
    }

    /** Whether a configuration names a serializer to be used in place of ours, by {@code avro.serializer.class}. */
    public static boolean namesSerializer(Map<String, ?> config) {
        return NamedSerdes.hasSerializer(config);
    }

    /**
     * For values whose Avro binary form is made elsewhere; {@link #serde} reads them like any other.
     *
     * @param type the generated class whose schema the binary form follows
     * @param binary see {@link RecordBinary}
     */
    public static <D> Serializer<D> serializer(
            Class<? extends SpecificRecord> type, Function<D, byte[]> binary, Map<String, ?> config, boolean isKey) {
        WireSettings settings = WireSettings.of(config, isKey);
        return new PreencodedSerializer<>(RecordFormat.schemaOf(type), binary, settings, new LookupCache<>());
    }

    /** The reading half of {@link #serde}; it reads into the class given, whatever {@code specific.avro.reader} says. */
    public static <T extends SpecificRecord> Deserializer<T> deserializer(
            Class<T> type, Map<String, ?> config, boolean isKey) {
        return NamedSerdes.deserializer(type, config, isKey).orElseGet(() -> {
            Deserializer<T> deserializer = new WireDeserializer<>(type);
            deserializer.configure(config, isKey);
            return deserializer;
        });
    }

    /**
     * For state stores and changelogs: needs no registry.
     *
     * @param earlier schemas with which values may have been stored by other releases of the application
     */
    public static <T extends SpecificRecord> Serde<T> storeSerde(Class<T> type, Collection<Schema> earlier) {
        SchemaStore.Cache schemas = new SchemaStore.Cache();
        earlier.forEach(schemas::addSchema);
        return storeSerde(type, schemas);
    }

    /** The same for values that are kept with their schemas, which are looked up when a value needs them. */
    public static <T extends SpecificRecord> Serde<T> storeSerde(Class<T> type, SchemaStore earlier) {
        return new SingleObjectSerde<>(type, earlier);
    }

    /** Writes values whose Avro binary form is made elsewhere, in the same format as {@link WireSerializer}. */
    private record PreencodedSerializer<D>(
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
}
