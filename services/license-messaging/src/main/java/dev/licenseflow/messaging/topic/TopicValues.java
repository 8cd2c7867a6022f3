package dev.licenseflow.messaging.topic;

import dev.licenseflow.schema.CatalogVersion;
import dev.licenseflow.schema.Charge;
import dev.licenseflow.schema.ChargeSettlement;
import dev.licenseflow.schema.ClockTick;
import dev.licenseflow.schema.LicenseDecision;
import dev.licenseflow.schema.LicenseRequest;
import dev.licenseflow.schema.LicenseState;
import dev.licenseflow.schema.MonthClosed;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** What the values of each topic of the contract are, as Avro has them; dead letters are what their input was. */
public final class TopicValues {

    /** By the topic's name, dead letters left out. */
    public static final Map<String, Class<? extends SpecificRecord>> BY_TOPIC = Map.of(
            "licensing.requests", LicenseRequest.class,
            "licensing.settlements", ChargeSettlement.class,
            "licensing.clock", ClockTick.class,
            "licensing.catalog", CatalogVersion.class,
            "licensing.decisions", LicenseDecision.class,
            "licensing.charges", Charge.class,
            "licensing.licenses", LicenseState.class,
            "licensing.month-closes", MonthClosed.class);

    private TopicValues() {}
}
