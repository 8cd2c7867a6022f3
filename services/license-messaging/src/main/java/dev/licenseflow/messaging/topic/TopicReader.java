package dev.licenseflow.messaging.topic;

import dev.licenseflow.wire.AvroWire;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads the values of any topic of the contract as they stand there, for those who show records. */
public final class TopicReader {

    private final Map<String, Deserializer<? extends SpecificRecord>> readers = new HashMap<>();

    /** @param config the Confluent properties of the schema registry */
    public TopicReader(Map<String, ?> config) {
        LicensingTopics.ALL.forEach(topic -> {
            Deserializer<? extends SpecificRecord> reader =
                    AvroWire.deserializer(topic.codec().type(), config, false);
            topic.names().forEach(name -> readers.put(name, reader));
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
