package dev.licenseflow.processor.state;

import dev.licenseflow.domain.engine.FirstDecision;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.messaging.mapping.decision.DecisionBinary;
import dev.licenseflow.messaging.state.CustomerLicensesState;
import dev.licenseflow.messaging.state.FirstDecisionState;
import dev.licenseflow.messaging.state.MonthSweepState;
import dev.licenseflow.messaging.topic.MappedSerde;
import dev.licenseflow.wire.AvroWire;
import dev.licenseflow.wire.ReleasedSchemas;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;

/**
 * How the stores and their changelogs hold the domain's values; no registry is needed to read them. A value names its schema by
 * the fingerprint; the schemas of all releases are in this jar, under {@code stored/}.
 */
public final class StateSerdes {

    private StateSerdes() {}

    public static Serde<CustomerLicenses> customers() {
        return customers(released(CustomerLicensesState.class));
    }

    static Serde<CustomerLicenses> customers(List<Schema> released) {
        return new MappedSerde<>(
                AvroWire.storeSerde(CustomerLicensesState.class, released),
                CustomerLicensesMapper::toState,
                CustomerLicensesMapper::toDomain);
    }

    public static Serde<FirstDecision> firstDecisions() {
        return firstDecisions(released(FirstDecisionState.class), DecisionBinary.released());
    }

    static Serde<FirstDecision> firstDecisions(List<Schema> released, List<Schema> releasedDecisions) {
        FirstDecisionMapper mapper = new FirstDecisionMapper(releasedDecisions);
        return new MappedSerde<>(
                AvroWire.storeSerde(FirstDecisionState.class, released), mapper::toState, mapper::toDomain);
    }

    public static Serde<MonthSweep> monthSweeps() {
        return monthSweeps(released(MonthSweepState.class));
    }

    static Serde<MonthSweep> monthSweeps(List<Schema> released) {
        return new MappedSerde<>(
                AvroWire.storeSerde(MonthSweepState.class, released),
                MonthSweepMapper::toState,
                MonthSweepMapper::toDomain);
    }

    /** The schemas of a stored class; a copy is never edited after its release. */
    static List<Schema> released(Class<? extends SpecificRecord> type) {
        return ReleasedSchemas.of(type, "/stored/" + type.getSimpleName() + "/v%d.avsc");
    }
}
