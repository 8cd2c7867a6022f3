package dev.licenseflow.processor.state;

import dev.licenseflow.domain.engine.FirstDecision;
import dev.licenseflow.messaging.mapping.UnreadableRecordException;
import dev.licenseflow.messaging.mapping.decision.DecisionBinary;
import dev.licenseflow.messaging.mapping.decision.DecisionMapper;
import dev.licenseflow.messaging.state.FirstDecisionState;
import dev.licenseflow.schema.LicenseDecision;
import dev.licenseflow.wire.AvroWire;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * First decisions as they are stored (D3). The decision is kept as the bytes it was published with: it is written for every
 * request, but read for a repetition alone, which then costs what reading a record does. Its schema may be any released
 * one, since an id is remembered across an update.
 */
final class FirstDecisionMapper {

    private final Deserializer<LicenseDecision> decisions;

    /** @param released every schema with which decisions may have been stored */
    FirstDecisionMapper(List<Schema> released) {
        decisions = AvroWire.storeSerde(LicenseDecision.class, released).deserializer();
    }

    FirstDecisionState toState(FirstDecision first) {
        return new FirstDecisionState(
                first.contentDigest(), ByteBuffer.wrap(DecisionBinary.singleObject(first.decision())));
    }

    /** @throws IllegalStateException if what was stored is no decision of a released schema */
    FirstDecision toDomain(FirstDecisionState state) {
        // A duplicate, since reading moves on in the buffer and the caller may read the state again.
        ByteBuffer stored = state.getDecision().duplicate();
        byte[] bytes = new byte[stored.remaining()];
        stored.get(bytes);
        try {
            return new FirstDecision(
                    state.getContentDigest(), DecisionMapper.toDomain(decisions.deserialize("decision", bytes)));
        } catch (SerializationException | UnreadableRecordException e) {
            throw new IllegalStateException("The stored first decision is broken: " + e.getMessage(), e);
        }
    }
}
