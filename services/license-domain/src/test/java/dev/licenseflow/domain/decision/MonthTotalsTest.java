package dev.licenseflow.domain.decision;

import static dev.licenseflow.domain.fixture.RequestBuilder.add;
import static dev.licenseflow.domain.fixture.RequestBuilder.register;
import static dev.licenseflow.domain.fixture.RequestBuilder.remove;
import static dev.licenseflow.domain.fixture.RequestBuilder.suspend;
import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.charge.Quote;
import dev.licenseflow.domain.fixture.PureCore;
import dev.licenseflow.domain.fixture.RequestBuilder;
import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.fixture.Scenario;
import dev.licenseflow.domain.license.OpenCharge;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.domain.request.SettlementOutcome;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a month's begin did, counted (M4). */
@Rule("M4")
class MonthTotalsTest {

    private final PureCore core = PureCore.withScenarioCatalog();
    private final Scenario scenario = Scenario.on(core);

    @Test
    void everyKindOfChangeIsCounted() {
        scenario.given(
                "2026-03-10T09:00",
                register("link")
                        .customer("a")
                        .with("cloud", 1)
                        .with("link-garcom", 3)
                        .renewing(RenewalMethod.MANAGED_BILLING),
                remove("cloud", 1).andRemove("link-garcom", 1).customer("a"),
                register("navi").customer("b").with("cloud", 1),
                remove("cloud", 1).customer("b"),
                register("link").customer("c"),
                suspend().customer("c"),
                add("link-garcom", 1).customer("c").id("q"));
        pay("a");
        assertThat(totals("2026-04")).isEqualTo(new MonthTotals(3, 1, 2, 1, 1, 0, 14_000));
        assertThat(totals("2026-05")).isEqualTo(new MonthTotals(3, 0, 0, 0, 1, 2, 0));
        assertThat(totals("2026-06")).isEqualTo(new MonthTotals(1, 0, 0, 0, 0, 1, 0));
        assertThat(totals("2026-07")).isEqualTo(MonthTotals.ZERO);
    }

    @Test
    void renewalsOfSeveralCustomersAddUp() {
        scenario.given(
                "2026-03-10T09:00",
                managed(register("link").customer("a")),
                managed(register("navi").customer("b").with("cloud", 1)));
        pay("a");
        pay("b");
        assertThat(totals("2026-04")).isEqualTo(new MonthTotals(2, 0, 0, 2, 0, 0, 21_000));
    }

    @Test
    void whatAMonthsBeginNeverDoesCountsForNothing() {
        YearMonth march = YearMonth.of(2026, 3);
        Quote quote = new Quote("q", List.of(), 5, 5, Instant.EPOCH, List.of(), 1);
        Decision decision = new Decision(
                Cause.REQUEST,
                "r",
                "a",
                Outcome.APPLIED,
                false,
                List.of(),
                List.of(
                        new Effect.CustomerRegistered("p1", "link", RenewalMethod.MANUAL, march),
                        new Effect.RenewalMethodChanged(RenewalMethod.MANUAL, RenewalMethod.MANAGED_BILLING),
                        new Effect.QuoteOpened(quote),
                        new Effect.ChargeSettled("c", "link", march, 5, SettlementOutcome.PAID)),
                1,
                0,
                1,
                Instant.EPOCH);
        assertThat(MonthTotals.ZERO.with(decision)).isEqualTo(new MonthTotals(1, 0, 0, 0, 0, 0, 0));
    }

    private static RequestBuilder managed(RequestBuilder registration) {
        return registration.renewing(RenewalMethod.MANAGED_BILLING);
    }

    private void pay(String customerId) {
        List<String> open = core.licensesOf(customerId).openCharges().stream()
                .map(OpenCharge::chargeId)
                .toList();
        scenario.whenSettled("2026-03-11T09:00", new Settlement("s", customerId, open, SettlementOutcome.PAID));
    }

    private MonthTotals totals(String month) {
        MonthTotals totals = MonthTotals.ZERO;
        for (Decided close : core.beginMonth(YearMonth.parse(month))) {
            totals = totals.with(close.decision());
        }
        return totals;
    }
}
