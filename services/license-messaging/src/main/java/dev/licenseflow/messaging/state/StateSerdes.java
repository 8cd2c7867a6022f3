package dev.licenseflow.messaging.state;

import dev.licenseflow.domain.desk.FirstDecision;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.messaging.topic.MappedSerde;
import dev.licenseflow.messaging.wire.AvroWire;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.NullMarked;

/** How the stores and their changelogs hold the domain's values; no registry is needed to read them. */
@NullMarked
public final class StateSerdes {

    private StateSerdes() {}

    public static Serde<CustomerLicenses> customers() {
        return new MappedSerde<>(
                AvroWire.storeSerde(CustomerLicensesState.class),
                CustomerLicensesMapper::toState,
                CustomerLicensesMapper::toDomain);
    }

    public static Serde<FirstDecision> firstDecisions() {
        return new MappedSerde<>(
                AvroWire.storeSerde(FirstDecisionState.class),
                FirstDecisionMapper::toState,
                FirstDecisionMapper::toDomain);
    }

    public static Serde<MonthSweep> monthSweeps() {
        return new MappedSerde<>(
                AvroWire.storeSerde(MonthSweepState.class), MonthSweepMapper::toState, MonthSweepMapper::toDomain);
    }
}
