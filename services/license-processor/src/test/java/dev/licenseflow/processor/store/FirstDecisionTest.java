package dev.licenseflow.processor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Outcome;
import dev.licenseflow.domain.decision.RejectionCode;
import dev.licenseflow.domain.fixture.RequestBuilder;
import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.domain.request.SettlementOutcome;
import dev.licenseflow.processor.fixture.ProcessorRig;
import dev.licenseflow.processor.processor.ProcessorSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Rule("D3")
class FirstDecisionTest {

    private static final Duration SPAN = Duration.ofDays(35);
    /** The begin of a span of the store, in May 2026. */
    private static final Instant SPAN_BEGIN = Instant.EPOCH.plus(SPAN.multipliedBy(588));

    @TempDir
    private Path temp;

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.001S", "-PT0.001S", "-PT0.002S", "PT408H", "PT839H59M59.999S"})
    void anIdIsRememberedFor35DaysToTheMillisecondWhereverItsSpanBegins(Duration intoSpan) {
        Instant first = SPAN_BEGIN.plus(intoSpan);
        try (ProcessorRig rig = ProcessorRig.start(temp, ProcessorSettings.DEFAULT, first)) {
            rig.request(unknownCustomers().id("same"), first);
            rig.request(unknownCustomers().customer("other"), first.plus(Duration.ofDays(34)));
            rig.decisions();

            Instant last = first.plus(SPAN);
            rig.request(unknownCustomers().id("same"), last.minusMillis(1));
            rig.request(unknownCustomers().id("same"), last);
            rig.request(unknownCustomers().id("same"), last.plusMillis(1));
            rig.request(unknownCustomers().id("same"), last.plusMillis(2));
            rig.request(unknownCustomers().id("same"), last.plusMillis(1).plus(SPAN));
            rig.request(unknownCustomers().id("same"), last.plusMillis(2).plus(SPAN));

            Instant second = last.plusMillis(1);
            assertThat(rig.decisions())
                    .extracting(Decision::duplicate, Decision::decidedAt)
                    .containsExactly(
                            tuple(true, first),
                            tuple(true, first),
                            tuple(false, second),
                            tuple(true, second),
                            tuple(true, second),
                            tuple(false, second.plus(SPAN).plusMillis(1)));
        }
    }

    @Test
    void aDriverThatIsRestartedStillRemembers() {
        ProcessorRig rig = ProcessorRig.start(temp, ProcessorSettings.DEFAULT, SPAN_BEGIN);
        rig.request(RequestBuilder.register("link").id("same"), SPAN_BEGIN.minusMillis(1));
        List<Decision> before = rig.decisions();

        try (ProcessorRig again = rig.restarted(SPAN_BEGIN)) {
            again.request(RequestBuilder.register("link").id("same"), SPAN_BEGIN.plusMillis(1));

            assertThat(again.decisions()).containsExactly(before.get(0).repeated("request-0-0"));
            assertThat(again.charges()).isEmpty();
        }
    }

    @Test
    void twoPartnersMayUseTheSameId() {
        try (ProcessorRig rig = ProcessorRig.start(temp, ProcessorSettings.DEFAULT, SPAN_BEGIN)) {
            rig.request(RequestBuilder.suspend().id("same").partner("p2"), SPAN_BEGIN);
            rig.request(RequestBuilder.register("link").id("same"), SPAN_BEGIN);
            rig.request(RequestBuilder.suspend().id("same").partner("p2"), SPAN_BEGIN);
            rig.request(RequestBuilder.suspend().id("other").partner("p2"), SPAN_BEGIN);
            rig.request(RequestBuilder.register("link").id("same"), SPAN_BEGIN);

            assertThat(rig.decisions())
                    .extracting(Decision::outcome, Decision::duplicate, FirstDecisionTest::code)
                    .containsExactly(
                            tuple(Outcome.REJECTED, false, "UNKNOWN_CUSTOMER"),
                            tuple(Outcome.APPLIED, false, ""),
                            tuple(Outcome.REJECTED, true, "UNKNOWN_CUSTOMER"),
                            tuple(Outcome.REJECTED, false, "NOT_YOUR_CUSTOMER"),
                            tuple(Outcome.APPLIED, true, ""));
        }
    }

    @Test
    void otherContentUnderAnIdIsRefusedAndTheFirstDecisionStands() {
        try (ProcessorRig rig = ProcessorRig.start(temp, ProcessorSettings.DEFAULT, SPAN_BEGIN)) {
            rig.request(RequestBuilder.register("link").id("same"), SPAN_BEGIN);
            rig.request(RequestBuilder.register("navi").id("same"), SPAN_BEGIN);
            rig.request(RequestBuilder.register("link").id("same"), SPAN_BEGIN);

            assertThat(rig.decisions())
                    .extracting(Decision::outcome, Decision::duplicate, FirstDecisionTest::code)
                    .containsExactly(
                            tuple(Outcome.APPLIED, false, ""),
                            tuple(Outcome.REJECTED, false, RejectionCode.REQUEST_ID_REUSED.name()),
                            tuple(Outcome.APPLIED, true, ""));
            assertThat(rig.charges()).hasSize(1);
        }
    }

    @Test
    void aSettlementAndARequestMayHaveTheSameId() {
        try (ProcessorRig rig = ProcessorRig.start(temp, ProcessorSettings.DEFAULT, SPAN_BEGIN)) {
            rig.request(RequestBuilder.register("link").id("same"), SPAN_BEGIN);
            String chargeId = rig.charges().get(0).chargeId();
            Settlement settlement = new Settlement("same", "c1", List.of(chargeId), SettlementOutcome.PAID);
            rig.settle(settlement, SPAN_BEGIN);
            rig.settle(settlement, SPAN_BEGIN.plus(SPAN));

            assertThat(rig.decisions())
                    .filteredOn(decision -> decision.causeId().equals("same"))
                    .extracting(Decision::outcome, Decision::duplicate)
                    .containsExactly(
                            tuple(Outcome.APPLIED, false), tuple(Outcome.APPLIED, false), tuple(Outcome.APPLIED, true));
        }
    }

    /** Refused and without a month close: the id alone is of interest. */
    private static RequestBuilder unknownCustomers() {
        return RequestBuilder.suspend();
    }

    private static String code(Decision decision) {
        return decision.reasons().isEmpty()
                ? ""
                : decision.reasons().get(0).code().name();
    }
}
