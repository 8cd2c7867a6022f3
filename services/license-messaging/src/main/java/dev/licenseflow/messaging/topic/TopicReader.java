package dev.licenseflow.messaging.topic;

import dev.licenseflow.messaging.wire.AvroWire;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads the values of any topic of the contract as they stand there, for those who show records. */
public final class TopicReader {

    private static final Set<String> DEAD_LETTERED = Set.of("licensing.requests", "licensing.settlements");

    private final Map<String, Deserializer<? extends SpecificRecord>> readers = new TreeMap<>();

    /** @param config the Confluent properties of the schema registry */
    public TopicReader(Map<String, ?> config) {
        TopicValues.BY_TOPIC.forEach((topic, type) -> {
            Deserializer<? extends SpecificRecord> reader = AvroWire.deserializer(type, config, false);
            readers.put(topic, reader);
            if (DEAD_LETTERED.contains(topic)) {
                readers.put(topic + ".dlq", reader);
            }
        });
    }

    /**
     * The value of a record; empty for a tombstone.
     *
     * @throws IllegalArgumentException if the topic is none of the contract's
     * @throws org.apache.kafka.common.errors.SerializationException if the bytes are no such record
     */
    public Optional<SpecificRecord> read(String topic, Headers headers, byte[] bytes) {
        Deserializer<? extends SpecificRecord> reader = readers.get(topic);
        if (reader == null) {
            throw new IllegalArgumentException("No topic of the contract: " + topic);
        }
        return Optional.ofNullable(reader.deserialize(topic, headers, bytes));
    }
}
