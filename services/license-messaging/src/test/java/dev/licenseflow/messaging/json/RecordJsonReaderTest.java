package dev.licenseflow.messaging.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.messaging.mapping.decision.DecisionMapper;
import dev.licenseflow.messaging.sample.Decisions;
import dev.licenseflow.schema.LicenseDecision;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordJsonReaderTest {

    private static final RecordJson JSON = new RecordJson(ZoneId.of("America/Sao_Paulo"));

    static List<Decision> decisions() {
        return Decisions.many();
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void everyDecisionThatIsPrintedComesBackAsItWas(Decision decision) {
        String printed = JSON.write(DecisionMapper.toAvro(decision));

        LicenseDecision read = RecordJsonReader.read(printed, new LicenseDecision());

        assertThat(DecisionMapper.toDomain(read)).isEqualTo(decision);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "nothing", "{\"cause\":\"ODD\"}", "{\"cause\":7}"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> RecordJsonReader.read(text, new LicenseDecision()))
                .isInstanceOf(JsonFormatException.class)
                .hasMessageStartingWith("LicenseDecision: ");
    }

    @Test
    void aFieldOfANewerVersionIsPassedOver() {
        Decision decision = decisions().get(0);
        String printed = JSON.write(DecisionMapper.toAvro(decision)).replaceFirst("\\{", "{\"newer\":[1],");

        assertThat(DecisionMapper.toDomain(RecordJsonReader.read(printed, new LicenseDecision())))
                .isEqualTo(decision);
    }
}
