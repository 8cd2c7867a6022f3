package dev.licenseflow.messaging.publishing;

import dev.licenseflow.messaging.wire.SchemaRegistry;
import dev.licenseflow.schema.CatalogVersion;
import dev.licenseflow.schema.Charge;
import dev.licenseflow.schema.ChargeSettlement;
import dev.licenseflow.schema.ClockTick;
import dev.licenseflow.schema.LicenseDecision;
import dev.licenseflow.schema.LicenseRequest;
import dev.licenseflow.schema.LicenseState;
import dev.licenseflow.schema.MonthClosed;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;

/** Registers the schema of every topic's values, so that a client finds them before the first record is written. */
public final class SchemaPublisher {

    private static final Map<String, Schema> BY_TOPIC = Map.of(
            "licensing.requests", LicenseRequest.getClassSchema(),
            "licensing.settlements", ChargeSettlement.getClassSchema(),
            "licensing.clock", ClockTick.getClassSchema(),
            "licensing.catalog", CatalogVersion.getClassSchema(),
            "licensing.decisions", LicenseDecision.getClassSchema(),
            "licensing.charges", Charge.getClassSchema(),
            "licensing.licenses", LicenseState.getClassSchema(),
            "licensing.month-closes", MonthClosed.getClassSchema());

    private SchemaPublisher() {}

    /**
     * Registers what is not registered yet.
     *
     * @return the id of each subject, sorted by subject
     * @throws dev.licenseflow.messaging.wire.RegistryUnavailableException if the registry does not answer
     */
    public static Map<String, Integer> publish(KafkaAccess access) {
        SchemaRegistry registry = SchemaRegistry.of(access.registry());
        Map<String, Integer> ids = new TreeMap<>();
        BY_TOPIC.forEach((topic, schema) -> ids.put(topic + "-value", registry.register(topic + "-value", schema)));
        return ids;
    }
}
