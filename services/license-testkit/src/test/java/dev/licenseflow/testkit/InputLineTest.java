package dev.licenseflow.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licenseflow.messaging.json.JsonFormatException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class InputLineTest {

    private static final String AT = "\"at\":\"2026-03-10T10:00:00-03:00\"";
    private static final String REQUEST =
            "\"request\":{\"requestId\":\"r1\",\"customerId\":\"c1\",\"partnerId\":\"p1\","
                    + "\"channel\":\"CUSTOMERS\",\"command\":{\"type\":\"Suspend\"}}";
    private static final String SETTLEMENT =
            "\"settlement\":{\"settlementId\":\"s1\",\"customerId\":\"c1\",\"chargeIds\":\"OPEN\",\"outcome\":\"PAID\"}";

    @Test
    void aLineIsOfTheCustomerOfItsRequestOrSettlement() {
        assertThat(InputLine.parseUntimed("{" + REQUEST + "}").customerId()).contains("c1");
        assertThat(InputLine.parseUntimed("{\"key\":\"x\"," + SETTLEMENT + "}").customerId())
                .contains("c1");
        assertThat(InputLine.parseTimed("{" + AT + "}").customerId()).isEmpty();
    }

    @Test
    void theBrokerGivesTheTimeToWhatIsSent() {
        assertRefused(InputLine::parseUntimed, "{" + AT + "," + REQUEST + "}", "at: the broker gives the time");
    }

    @Test
    void aLineThatIsSentHasOneOfBoth() {
        assertRefused(InputLine::parseUntimed, "{}", "one of request, backOffice and settlement");
        assertRefused(
                InputLine::parseUntimed,
                "{" + REQUEST + "," + SETTLEMENT + "}",
                "one of request, backOffice and settlement");
    }

    @Test
    void aLineOfASimulationHasATimeAndAtMostOneOfBoth() {
        assertRefused(InputLine::parseTimed, "{" + REQUEST + "}", "at");
        assertRefused(
                InputLine::parseTimed,
                "{" + AT + "," + REQUEST + "," + SETTLEMENT + "}",
                "one of request, backOffice and settlement");
        assertRefused(InputLine::parseTimed, "{" + AT + ",\"key\":\"x\"}", "nothing to publish under it");
    }

    private static void assertRefused(Function<String, InputLine> parser, String line, String reason) {
        assertThatThrownBy(() -> parser.apply(line))
                .isInstanceOf(JsonFormatException.class)
                .hasMessageContaining(reason);
    }
}
