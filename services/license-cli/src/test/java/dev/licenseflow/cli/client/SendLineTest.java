package dev.licenseflow.cli.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licenseflow.cli.words.UserError;
import dev.licenseflow.domain.decision.Cause;
import dev.licenseflow.messaging.json.JsonFormatException;
import org.junit.jupiter.api.Test;

class SendLineTest {

    private static final String REQUEST =
            "\"request\":{\"requestId\":\"r1\",\"customerId\":\"c1\",\"partnerId\":\"p1\","
                    + "\"channel\":\"CUSTOMERS\",\"command\":{\"type\":\"Suspend\"}}";
    private static final String SETTLEMENT =
            "\"settlement\":{\"settlementId\":\"s1\",\"customerId\":\"c1\",\"chargeIds\":\"OPEN\",\"outcome\":\"PAID\"}";

    @Test
    void anAnswerIsRecognisedByTheCustomerAndTheCause() {
        assertThat(SendLine.parse("{" + REQUEST + "}").cause()).isEqualTo(new CauseKey(Cause.REQUEST, "c1", "r1"));
        assertThat(SendLine.parse("{\"key\":\"x\"," + SETTLEMENT + "}").cause())
                .isEqualTo(new CauseKey(Cause.SETTLEMENT, "c1", "s1"));
    }

    @Test
    void theBrokerGivesTheTime() {
        assertRefused("{\"at\":\"2026-03-10T10:00:00-03:00\"," + REQUEST + "}", "at: the broker gives the time");
    }

    @Test
    void aLineHasOneOfBoth() {
        assertRefused("{}", "either a request or a settlement");
        assertRefused("{" + REQUEST + "," + SETTLEMENT + "}", "either a request or a settlement");
    }

    @Test
    void topicsAreKnownByTheirShortNames() {
        assertThat(TopicNames.full("decisions")).isEqualTo("licensing.decisions");
        assertThat(TopicNames.full("licensing.requests.dlq")).isEqualTo("licensing.requests.dlq");
        assertThatThrownBy(() -> TopicNames.full("decision"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("there are requests, settlements");
    }

    private static void assertRefused(String line, String reason) {
        assertThatThrownBy(() -> SendLine.parse(line))
                .isInstanceOf(JsonFormatException.class)
                .hasMessageContaining(reason);
    }
}
