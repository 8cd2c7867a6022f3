package dev.licenseflow.messaging.topic;

import dev.licenseflow.messaging.wire.AvroWire;
import dev.licenseflow.schema.CatalogVersion;
import dev.licenseflow.schema.Charge;
import dev.licenseflow.schema.ChargeSettlement;
import dev.licenseflow.schema.ClockTick;
import dev.licenseflow.schema.LicenseDecision;
import dev.licenseflow.schema.LicenseRequest;
import dev.licenseflow.schema.LicenseState;
import dev.licenseflow.schema.MonthClosed;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads the values of any topic of the contract as they stand there, for those who show records. */
public final class TopicReader {

    private static final Map<String, Class<? extends SpecificRecord>> VALUES = Map.of(
            "licensing.requests", LicenseRequest.class,
            "licensing.requests.dlq", LicenseRequest.class,
            "licensing.settlements", ChargeSettlement.class,
            "licensing.settlements.dlq", ChargeSettlement.class,
            "licensing.clock", ClockTick.class,
            "licensing.catalog", CatalogVersion.class,
            "licensing.decisions", LicenseDecision.class,
            "licensing.charges", Charge.class,
            "licensing.licenses", LicenseState.class,
            "licensing.month-closes", MonthClosed.class);

    private final Map<String, Deserializer<? extends SpecificRecord>> readers = new TreeMap<>();

    /** @param config the Confluent properties of the schema registry */
    public TopicReader(Map<String, ?> config) {
        VALUES.forEach((topic, type) -> readers.put(topic, AvroWire.deserializer(type, config, false)));
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
