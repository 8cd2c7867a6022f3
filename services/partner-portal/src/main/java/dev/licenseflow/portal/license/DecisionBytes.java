package dev.licenseflow.portal.license;

import static java.util.Objects.requireNonNull;

import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.messaging.mapping.decision.DecisionBinary;
import dev.licenseflow.messaging.mapping.decision.DecisionMapper;
import dev.licenseflow.messaging.wire.AvroWire;
import dev.licenseflow.schema.LicenseDecision;
import org.apache.kafka.common.serialization.Deserializer;

/** Decisions as the database keeps them, from which nothing is lost: Avro's single-object encoding. */
final class DecisionBytes {

    private static final Deserializer<LicenseDecision> READER =
            AvroWire.storeSerde(LicenseDecision.class, DecisionBinary.released())
                    .deserializer();

    private DecisionBytes() {}

    static byte[] of(Decision decision) {
        return DecisionBinary.singleObject(decision);
    }

    static Decision read(byte[] bytes) {
        return DecisionMapper.toDomain(requireNonNull(READER.deserialize("decisions", bytes)));
    }
}
