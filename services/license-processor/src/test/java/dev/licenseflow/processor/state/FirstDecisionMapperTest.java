package dev.licenseflow.processor.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.engine.FirstDecision;
import dev.licenseflow.messaging.mapping.decision.DecisionBinary;
import dev.licenseflow.messaging.mapping.decision.DecisionMapper;
import dev.licenseflow.messaging.sample.AvroBytes;
import dev.licenseflow.messaging.sample.Decisions;
import dev.licenseflow.messaging.state.FirstDecisionState;
import dev.licenseflow.schema.LicenseDecision;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FirstDecisionMapperTest {

    private static final FirstDecisionMapper MAPPER = new FirstDecisionMapper(DecisionBinary.released());

    static List<Decision> decisions() {
        return Decisions.many();
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void everyFirstDecisionComesBackAsItWas(Decision decision) {
        FirstDecision first = new FirstDecision("digest", decision);
        FirstDecisionState stored = AvroBytes.through(MAPPER.toState(first));
        assertThat(MAPPER.toDomain(stored)).isEqualTo(first);
        assertThat(MAPPER.toDomain(stored)).as("read again").isEqualTo(first);
    }

    /** Avro's own encoder is the judge: the bytes are made by ours, once for the topic and the store. */
    @ParameterizedTest
    @MethodSource("decisions")
    void aDecisionIsStoredInAvrosSingleObjectEncoding(Decision decision) throws IOException {
        assertThat(MAPPER.toState(new FirstDecision("digest", decision)).getDecision())
                .isEqualTo(LicenseDecision.getEncoder().encode(DecisionMapper.toAvro(decision)));
    }

    @Test
    void bytesOfNoReleasedSchemaStopTheClient() {
        FirstDecisionState stored =
                MAPPER.toState(new FirstDecision("digest", decisions().get(0)));
        ByteBuffer bytes = stored.getDecision();
        bytes.put(bytes.position() + 2, (byte) ~bytes.get(bytes.position() + 2));
        assertThatThrownBy(() -> MAPPER.toDomain(stored))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("The stored first decision is broken: ");
    }

    @Test
    void bytesThatEndTooSoonStopTheClient() {
        FirstDecisionState stored =
                MAPPER.toState(new FirstDecision("digest", decisions().get(0)));
        stored.getDecision().limit(stored.getDecision().limit() - 1);
        assertThatThrownBy(() -> MAPPER.toDomain(stored)).isInstanceOf(IllegalStateException.class);
    }
}
