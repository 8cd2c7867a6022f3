package dev.licenseflow.wire;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads Avro records in Confluent's wire format: with the schema's id in front, or its GUID in a header. The registry is asked
 * once per id, and a reader is kept for each. Null stays null: a tombstone. Safe for use by many threads.
 *
 * <p>Throws {@code SerializationException} for bytes that are no such record, and {@link RegistryUnavailableException} when the
 * registry could not be asked, which says nothing about the record. A handler of failed records must tell them apart, for
 * Kafka Streams gives it both.
 *
 * @param <T> the class of the records: the one given, or else as {@code specific.avro.reader} says
 */
public final class WireDeserializer<T> implements Deserializer<T> {

    private final Optional<Class<T>> type;
    private final LookupCache<Integer, DatumReader<T>> readersById = new LookupCache<>();
    private final LookupCache<UUID, DatumReader<T>> readersByGuid = new LookupCache<>();
    private final RecordDecoder decoder = new RecordDecoder();
    private @Nullable WireSettings settings;

    /** For Kafka, which makes a deserializer that is named in a consumer's properties. */
    public WireDeserializer() {
        this.type = Optional.empty();
    }

    WireDeserializer(Class<T> type) {
        this.type = Optional.of(type);
    }

    @Override
    public void configure(Map<String, ?> config, boolean isKey) {
        settings = WireSettings.of(config, isKey);
    }

    @Override
    public @Nullable T deserialize(String topic, Headers headers, byte @Nullable [] bytes) {
        return deserialize(topic, bytes, () -> settings().header().read(headers));
    }

    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
        return deserialize(topic, bytes, Optional::empty);
    }

    /** Whatever decoding throws is the record's fault, but for what the registry or the configuration is to blame for. */
    private @Nullable T deserialize(String topic, byte @Nullable [] bytes, Supplier<Optional<UUID>> schema) {
        if (bytes == null) {
            return null;
        }
        try {
            Optional<UUID> guid = schema.get();
            return guid.isPresent() ? decode(bytes, guid.get()) : decode(bytes);
        } catch (SerializationException e) {
            throw new SerializationException("Topic " + topic + ": " + e.getMessage(), e);
        } catch (KafkaException outage) {
            throw outage;
        } catch (RuntimeException | StackOverflowError e) {
            throw new SerializationException("Topic " + topic + ": The schema cannot be read by: " + e, e);
        }
    }

    private T decode(byte[] bytes) {
        if (bytes.length < WireSettings.PREFIX_BYTES || bytes[0] != WireSettings.MAGIC) {
            throw new SerializationException("The bytes do not begin with byte 0 and a schema id");
        }
        int id = ByteBuffer.wrap(bytes).getInt(1);
        if (id < 0) {
            throw new SerializationException("The schema id " + id + " is negative");
        }
        DatumReader<T> reader =
                readersById.get(id, asked -> readerFor(settings().registry().schemaOf(asked.intValue())));
        return decoder.decode(bytes, WireSettings.PREFIX_BYTES, reader);
    }

    private T decode(byte[] bytes, UUID guid) {
        return decoder.decode(
                bytes,
                0,
                readersByGuid.get(guid, asked -> readerFor(settings().registry().schemaOf(asked))));
    }

    @SuppressWarnings("unchecked") // Without a class, T is what the caller of the raw constructor says it is.
    private DatumReader<T> readerFor(Schema writer) {
        if (type.isPresent()) {
            return RecordFormat.readerOf(type.get(), writer);
        }
        return (DatumReader<T>)
                (settings().specificReader()
                        ? RecordFormat.specificReader(writer)
                        : RecordFormat.genericReader(writer));
    }

    private WireSettings settings() {
        if (settings == null) {
            throw new ConfigException("The deserializer was not configured");
        }
        return settings;
    }
}
