package dev.licenseflow.domain.decision;

import static dev.licenseflow.domain.fixture.RequestBuilder.add;
import static dev.licenseflow.domain.fixture.RequestBuilder.register;
import static dev.licenseflow.domain.fixture.RequestBuilder.remove;
import static dev.licenseflow.domain.fixture.RequestBuilder.suspend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licenseflow.domain.fixture.PureCore;
import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.fixture.Scenario;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.license.LicenseStatus;
import dev.licenseflow.domain.license.Quantities;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.domain.request.SettlementOutcome;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The journal alone gives the licenses (D9). */
@Rule("D9")
class FoldTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final YearMonth APRIL = YearMonth.of(2026, 4);

    private final PureCore core = PureCore.withScenarioCatalog();
    private final Scenario scenario =
            Scenario.on(core).given("2026-03-10T09:00", register("link").with("cloud", 1));

    @Test
    void foldingTheJournalFromItsBeginGivesTheLicenses() {
        scenario.given("2026-03-11T09:00", add("link-garcom", 2), remove("cloud", 1), suspend())
                .givenAllPaid("2026-03-12T09:00")
                .givenMonth("2026-06");
        CustomerLicenses licenses = core.licensesOf("c1");
        core.restart();
        assertThat(core.licensesOf("c1")).isEqualTo(licenses);
    }

    @Test
    void theLicensesAreAsOfTheMonthOfTheLastDecisionThatDidSomething() {
        assertThat(core.licensesOf("c1").month()).isEqualTo(MARCH);
        scenario.givenMonth("2026-04");
        assertThat(core.licensesOf("c1").month()).isEqualTo(APRIL);
    }

    @Test
    @Rule({"L1", "L4"})
    void theLicensesNameTheDecisionThatChangedWhatIsShown() {
        Decision suspended =
                scenario.when("2026-03-11T09:00", suspend()).answer().decision();
        assertThat(core.licensesOf("c1").changedBy()).isEqualTo(suspended.decisionId());
        assertThat(core.licensesOf("c1").changedAt()).isEqualTo(suspended.decidedAt());
        scenario.given("2026-03-12T09:00", add("link-garcom", 1));
        assertThat(core.licensesOf("c1").changedBy())
                .as("a quote shows nothing")
                .isEqualTo(suspended.decisionId());
    }

    @Test
    @Rule({"D3", "D9"})
    void aRepetitionAndARefusalLeaveThemAsTheyAre() {
        CustomerLicenses licenses = core.licensesOf("c1");
        List<Decided> journal = core.journalOf("c1");
        assertThat(Fold.of(licenses, journal.get(0).decision().repeated("again"), BusinessCalendar.SAO_PAULO))
                .isSameAs(licenses);
        Decision refusal = scenario.when("2026-05-01T09:00", add("nada", 1).partner("p2"))
                .answer()
                .decision();
        assertThat(Fold.of(licenses, refusal, BusinessCalendar.SAO_PAULO)).isSameAs(licenses);
    }

    static List<Effect> effectsThatDoNotFollow() {
        return List.of(
                new Effect.QuantityChanged("cloud", new Quantities(2, 1), Quantities.ZERO, Instant.EPOCH),
                new Effect.StatusChanged(LicenseStatus.EXPIRED, LicenseStatus.ACTIVE),
                new Effect.RenewalMethodChanged(RenewalMethod.MANAGED_BILLING, RenewalMethod.MANUAL),
                new Effect.SystemChanged("navi", "link"),
                new Effect.PartnerChanged("p2", "p1"),
                new Effect.RenewalScheduleChanged(false),
                new Effect.CancellationChanged(false),
                new Effect.ChargeLowered("nada", "credit", "cloud", MARCH, 2, 1),
                new Effect.MonthPaid(APRIL, APRIL.plusMonths(1)),
                new Effect.ChargeSettled("nada", "cloud", MARCH, 1, SettlementOutcome.PAID));
    }

    @ParameterizedTest
    @MethodSource("effectsThatDoNotFollow")
    void anEffectThatDoesNotFollowIsABug(Effect effect) {
        CustomerLicenses licenses = core.licensesOf("c1");
        assertThatThrownBy(() -> Fold.of(licenses, List.of(effect), LogPlace.ofRequest(Instant.EPOCH, 0, 9), MARCH))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("c1")
                .hasMessageContaining(effect.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 2, 2, QUANTITY_RAISED",
        "3, 1, 5, 5, QUANTITY_RAISED",
        "3, 1, 3, 2, QUANTITY_RESTORED",
        "3, 0, 3, 3, QUANTITY_RESTORED",
        "3, 3, 3, 2, REDUCTION_SCHEDULED",
        "3, 2, 3, 1, REDUCTION_SCHEDULED",
        "3, 3, 3, 0, REMOVAL_SCHEDULED",
        "3, 2, 2, 2, QUANTITY_REDUCED",
        "3, 0, 0, 0, PRODUCT_REMOVED",
        "3, 3, 0, 0, PRODUCT_REMOVED"
    })
    @Rule({"D9", "Q2", "M1"})
    void aQuantityChangeSaysWhatHappened(
            int active, int next, int activeAfter, int nextAfter, QuantityChangeKind kind) {
        assertThat(new Effect.QuantityChanged(
                                "x",
                                new Quantities(active, next),
                                new Quantities(activeAfter, nextAfter),
                                Instant.EPOCH)
                        .kind())
                .isEqualTo(kind);
    }

    @Test
    @Rule({"D4", "L1"})
    void whatChangesWhatIsShownIsMarked() {
        assertThat(scenario.when("2026-03-11T09:00", add("link-garcom", 1))
                        .answer()
                        .decision()
                        .changesWhatIsShown())
                .isFalse();
        assertThat(scenario.when("2026-03-11T09:01", suspend())
                        .answer()
                        .decision()
                        .changesWhatIsShown())
                .isTrue();
    }
}
