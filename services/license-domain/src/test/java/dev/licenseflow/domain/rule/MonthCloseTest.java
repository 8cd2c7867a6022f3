package dev.licenseflow.domain.rule;

import static dev.licenseflow.domain.fixture.RequestBuilder.add;
import static dev.licenseflow.domain.fixture.RequestBuilder.reactivate;
import static dev.licenseflow.domain.fixture.RequestBuilder.register;
import static dev.licenseflow.domain.fixture.RequestBuilder.remove;
import static dev.licenseflow.domain.fixture.RequestBuilder.renew;
import static dev.licenseflow.domain.fixture.RequestBuilder.renewBy;
import static dev.licenseflow.domain.fixture.RequestBuilder.resume;
import static dev.licenseflow.domain.fixture.RequestBuilder.set;
import static dev.licenseflow.domain.fixture.RequestBuilder.suspend;
import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.catalog.ProductStatus;
import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.charge.ChargeKind;
import dev.licenseflow.domain.decision.Cause;
import dev.licenseflow.domain.decision.Decided;
import dev.licenseflow.domain.fixture.CatalogBuilder;
import dev.licenseflow.domain.fixture.PureCore;
import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.fixture.Scenario;
import dev.licenseflow.domain.fixture.ScenarioCatalog;
import dev.licenseflow.domain.request.RenewalMethod;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** What the begin of a month does (M1 to M3), and how a customer renews, expires and comes back (R1 to R6). */
class MonthCloseTest {

    private final Scenario scenario = Scenario.onPureCore();

    @Test
    @Rule({"M1", "M3", "R1"})
    void nextBecomesActiveTheQuoteExpiresAndAManualCustomerToo() {
        scenario.given(
                        "2026-03-20T09:00",
                        register("link").with("cloud", 1).with("link-garcom", 3),
                        remove("cloud", 1).andRemove("link-garcom", 1),
                        add("link-garcom", 9).id("q"))
                .whenMonthBegins("2026-04")
                .then("""
                        MONTH 2026-04, revision 2 -> 3
                          cloud 1/0 -> 0/0
                          link-garcom 3/2 -> 2/2
                          quote q EXPIRED
                          status ACTIVE -> EXPIRED
                        """)
                .thenLicenses("EXPIRED MANUAL to 2026-03, open 6967: link 1/1, link-garcom 2/2");
        scenario.whenMonthBegins("2026-04").thenNothing();
    }

    @Test
    @Rule({"M1", "M3", "R2", "G1"})
    void aManagedCustomerThatOwesNothingIsRenewedAtTheBoundary() {
        scenario.given(
                        "2026-03-20T09:00",
                        register("link")
                                .with("link-garcom", 3)
                                .with("pagamento-integrado", 1)
                                .renewing(RenewalMethod.MANAGED_BILLING),
                        remove("link-garcom", 1))
                .givenAllPaid("2026-03-21T09:00")
                .given("2026-03-30T09:00", add("link-garcom", 9).id("q"));
        Decided close = scenario.whenMonthBegins("2026-04").then("""
                        MONTH 2026-04, revision 3 -> 4
                          link-garcom 3/2 -> 2/2
                          quote q EXPIRED
                          paid through 2026-03 -> 2026-04
                          charge RENEWAL link 1 x 12000 for 30/30 days = 12000
                          charge RENEWAL link-garcom 2 x 1000 for 30/30 days = 2000
                          charge RENEWAL pagamento-integrado 1 x 2000 for 30/30 days = 2000
                        """).answer();
        assertThat(close.decision().cause()).isEqualTo(Cause.MONTH_CLOSE);
        Charge charge = close.charges().get(0);
        assertThat(charge.chargeId()).isEqualTo("c1:2026-04:link");
        assertThat(charge.kind()).isEqualTo(ChargeKind.RENEWAL);
        assertThat(charge.causeId()).isEqualTo("2026-04");
        assertThat(charge.partnerId()).isEqualTo("p1");
        assertThat(charge.month()).isEqualTo(YearMonth.of(2026, 4));
        assertThat(charge.dueBy()).isEqualTo(LocalDate.of(2026, 4, 30));
    }

    @Test
    @Rule("R2")
    void aManagedCustomerThatOwesIsExpired() {
        scenario.given("2026-03-20T09:00", register("link").renewing(RenewalMethod.MANAGED_BILLING))
                .whenMonthBegins("2026-04")
                .then("""
                        MONTH 2026-04, revision 1 -> 2
                          status ACTIVE -> EXPIRED
                        """);
    }

    @Test
    @Rule({"R2", "C2"})
    void theRenewalIsPricedByTheCatalogInForceAtTheBoundary() {
        scenario.given("2026-03-20T09:00", register("link").renewing(RenewalMethod.MANAGED_BILLING))
                .givenAllPaid("2026-03-21T09:00")
                .givenCatalog(
                        "2026-03-22T09:00",
                        CatalogBuilder.after(ScenarioCatalog.FIRST, scenario.instant("2026-04-01T00:00"))
                                .changing("link", product -> product.priceCents(13_000))
                                .build())
                .givenCatalog(
                        "2026-03-23T09:00",
                        CatalogBuilder.after(ScenarioCatalog.FIRST, scenario.instant("2026-04-01T00:00:00.001"))
                                .version(3)
                                .changing("link", product -> product.priceCents(99_000))
                                .build())
                .when("2026-04-20T09:00", resume())
                .then("""
                        MONTH 2026-04 at 2026-04-01T00:00 by catalog 2, revision 2 -> 3
                          paid through 2026-03 -> 2026-04
                          charge RENEWAL link 1 x 13000 for 30/30 days = 13000
                        REJECTED r2 by catalog 3, revision 3
                          because STATUS_FORBIDS
                        """);
    }

    @Test
    @Rule({"R1", "R4", "M1"})
    void whoDoesNotRenewForAWholeMonthIsInactive() {
        scenario.given("2026-03-20T09:00", register("link").with("cloud", 1))
                .givenMonth("2026-04")
                .whenMonthBegins("2026-05")
                .then("""
                        MONTH 2026-05, revision 2 -> 3
                          cloud 1/1 -> 0/0
                          link 1/1 -> 0/0
                          status EXPIRED -> INACTIVE
                        """)
                .thenLicenses("INACTIVE MANUAL to 2026-03, open 5806: ");
        scenario.whenMonthBegins("2026-06").thenNothing();
    }

    @Test
    @Rule({"R1", "R4"})
    void aSuspensionEndsWithInactivity() {
        scenario.given("2026-03-20T09:00", register("link"), suspend());
        scenario.whenMonthBegins("2026-04").thenNothing();
        scenario.whenMonthBegins("2026-05").then("""
                        MONTH 2026-05, revision 2 -> 3
                          link 1/1 -> 0/0
                          status SUSPENDED -> INACTIVE
                        """);
    }

    @Test
    @Rule({"M1", "M3", "R1", "D4"})
    void anExpiringQuoteAloneIsADecisionThatShowsNothing() {
        scenario.given(
                        "2026-03-20T09:00",
                        register("link"),
                        suspend(),
                        add("link-garcom", 1).id("q"))
                .whenMonthBegins("2026-04")
                .then("""
                        MONTH 2026-04, revision 2
                          quote q EXPIRED
                        """)
                .thenLicenses("SUSPENDED MANUAL to 2026-03, open 4645: link 1/1");
    }

    @Test
    @Rule({"R1", "M1"})
    void aSuspendedCustomersReductionsTakeEffectToo() {
        scenario.given("2026-03-20T09:00", register("link").with("cloud", 1), suspend(), remove("cloud", 1))
                .whenMonthBegins("2026-04")
                .then("""
                        MONTH 2026-04, revision 3 -> 4
                          cloud 1/0 -> 0/0
                        """);
    }

    @Test
    @Rule({"R1", "R2"})
    void aSuspendedManagedCustomerThatOwesNothingRenewsLikeOthers() {
        scenario.given("2026-03-20T09:00", register("link").renewing(RenewalMethod.MANAGED_BILLING), suspend())
                .givenAllPaid("2026-03-21T09:00")
                .whenMonthBegins("2026-04")
                .then("""
                        MONTH 2026-04, revision 3 -> 4
                          paid through 2026-03 -> 2026-04
                          charge RENEWAL link 1 x 12000 for 30/30 days = 12000
                        """)
                .thenLicenses("SUSPENDED MANAGED_BILLING to 2026-04, open 12000: link 1/1");
    }

    @Test
    @Rule({"R1", "R2"})
    void anExpiredCustomerThatBecameManagedAndOwesNothingRenewsRatherThanGoesInactive() {
        scenario.given("2026-03-20T09:00", register("link"))
                .givenAllPaid("2026-03-21T09:00")
                .givenMonth("2026-04")
                .given("2026-04-02T09:00", renewBy(RenewalMethod.MANAGED_BILLING))
                .whenMonthBegins("2026-05")
                .then("""
                        MONTH 2026-05, revision 4 -> 5
                          paid through 2026-03 -> 2026-05
                          status EXPIRED -> ACTIVE
                          charge RENEWAL link 1 x 12000 for 31/31 days = 12000
                        """);
    }

    @Test
    @Rule({"M2", "M3"})
    void severalMissedMonthsAreAppliedOneAfterTheOther() {
        scenario.given("2026-11-20T09:00", register("link").with("cloud", 1), remove("cloud", 1))
                .when("2027-02-14T09:00", set("link-garcom", 1))
                .then("""
                        MONTH 2026-12 at 2026-12-01T00:00, revision 2 -> 3
                          cloud 1/0 -> 0/0
                          status ACTIVE -> EXPIRED
                        MONTH 2027-01 at 2027-01-01T00:00, revision 3 -> 4
                          link 1/1 -> 0/0
                          status EXPIRED -> INACTIVE
                        REJECTED r3, revision 4
                          because STATUS_FORBIDS
                        """);
    }

    @Test
    @Rule({"M2", "R2"})
    void aManagedCustomerRenewsOnceThenWaitsForTheMoney() {
        scenario.given("2026-03-20T09:00", register("navi").renewing(RenewalMethod.MANAGED_BILLING))
                .givenAllPaid("2026-03-21T09:00")
                .whenMonthBegins("2026-06")
                .then("""
                        MONTH 2026-04 at 2026-04-01T00:00, revision 2 -> 3
                          paid through 2026-03 -> 2026-04
                          charge RENEWAL navi 1 x 6000 for 30/30 days = 6000
                        MONTH 2026-05 at 2026-05-01T00:00, revision 3 -> 4
                          status ACTIVE -> EXPIRED
                        MONTH 2026-06, revision 4 -> 5
                          navi 1/1 -> 0/0
                          status EXPIRED -> INACTIVE
                        """);
    }

    @Test
    @Rule("M2")
    void closingMonthByMonthIsTheSameAsClosingLazily() {
        PureCore lazy = PureCore.withScenarioCatalog();
        PureCore eager = PureCore.withScenarioCatalog();
        for (PureCore core : new PureCore[] {lazy, eager}) {
            Scenario.on(core)
                    .given(
                            "2026-03-20T09:00",
                            register("link").with("cloud", 1).renewing(RenewalMethod.MANAGED_BILLING),
                            remove("cloud", 1))
                    .givenAllPaid("2026-03-21T09:00");
        }
        for (int month = 4; month <= 8; month++) {
            eager.beginMonth(YearMonth.of(2026, month));
        }
        Scenario.on(eager).when("2026-08-20T09:00", renew());
        Scenario.on(lazy).when("2026-08-20T09:00", renew());
        assertThat(lazy.journalOf("c1")).isEqualTo(eager.journalOf("c1"));
        assertThat(lazy.licensesOf("c1")).isEqualTo(eager.licensesOf("c1"));
    }

    @Test
    @Rule({"R2", "R3", "R5"})
    void aManualCustomerIsExpiredWithItsQuantitiesUntilItRenews() {
        scenario.given("2026-03-20T09:00", register("link").with("cloud", 1))
                .givenAllPaid("2026-03-21T09:00")
                .givenMonth("2026-04")
                .when("2026-04-30T23:59:59.999", renew())
                .then("""
                        APPLIED r2, revision 3 -> 4
                          paid through 2026-03 -> 2026-04
                          status EXPIRED -> ACTIVE
                          charge RENEWAL cloud 1 x 3000 for 30/30 days = 3000
                          charge RENEWAL link 1 x 12000 for 30/30 days = 12000
                        """)
                .thenLicenses("ACTIVE MANUAL to 2026-04, open 15000: cloud 1/1, link 1/1");
    }

    @Test
    @Rule({"R3", "G1"})
    void theChargesOfARequestedRenewalAreIdentifiedByTheMonthAndCausedByTheRequest() {
        Charge charge = scenario.given("2026-03-20T09:00", register("link"))
                .givenAllPaid("2026-03-21T09:00")
                .givenMonth("2026-04")
                .when("2026-04-02T09:00", renew().id("again"))
                .answer()
                .charges()
                .get(0);
        assertThat(charge.chargeId()).isEqualTo("c1:2026-04:link");
        assertThat(charge.causeId()).isEqualTo("again");
    }

    @Test
    @Rule("R3")
    void renewingWithOpenChargesOfEarlierMonthsListsThemAndTheirSum() {
        scenario.given("2026-03-20T09:00", register("link").with("cloud", 1))
                .givenMonth("2026-04")
                .when("2026-04-02T09:00", renew())
                .thenRejected("OUTSTANDING_CHARGES")
                .thenFact("chargeCount", "2")
                .thenFact("chargeIds", "c1:2026-03:p1:r1:cloud,c1:2026-03:p1:r1:link")
                .thenFact("totalCents", "5806");
    }

    @Test
    @Rule({"R3", "D2", "D8"})
    void renewingWhatIsPaidSaysSoAndWhatIsOwedBesides() {
        scenario.given("2026-03-20T09:00", register("link"))
                .when("2026-03-21T09:00", renew())
                .thenRejected("STATUS_FORBIDS");
        scenario.givenMonth("2026-05")
                .when("2026-05-02T09:00", renew())
                .thenRejected("STATUS_FORBIDS", "OUTSTANDING_CHARGES");
    }

    @Test
    @Rule({"R3", "K2"})
    void renewingAboveTheAcceptedAmountIsRefused() {
        scenario.given("2026-03-20T09:00", register("link"))
                .givenAllPaid("2026-03-21T09:00")
                .givenMonth("2026-04")
                .when("2026-04-02T09:00", renew().accepting(11_999))
                .thenRejected("AMOUNT_ABOVE_ACCEPTED")
                .thenFact("acceptUpToCents", "11999")
                .thenFact("totalCents", "12000");
        scenario.when("2026-04-02T09:01", renew().accepting(12_000))
                .thenLicenses("ACTIVE MANUAL to 2026-04, open 12000: link 1/1");
    }

    @Test
    @Rule({"R1", "D8"})
    void aSuspendedCustomerMayRenewAndStaysSuspended() {
        scenario.given("2026-03-20T09:00", register("link"), suspend())
                .givenAllPaid("2026-03-21T09:00")
                .when("2026-04-02T09:00", renew())
                .then("""
                        APPLIED r3, revision 3 -> 4
                          paid through 2026-03 -> 2026-04
                          charge RENEWAL link 1 x 12000 for 30/30 days = 12000
                        """)
                .thenLicenses("SUSPENDED MANUAL to 2026-04, open 12000: link 1/1");
    }

    @Test
    @Rule({"R4", "K2", "G1"})
    void anInactiveCustomerComesBackLikeANewOneWithTheSameSystem() {
        scenario.given("2026-03-20T09:00", register("link").with("link-garcom", 2))
                .givenAllPaid("2026-03-21T09:00")
                .givenMonth("2026-05")
                .when("2026-06-02T09:00", reactivate().with("cloud", 1))
                .then("""
                        APPLIED r2, revision 4 -> 5
                          status INACTIVE -> ACTIVE
                          paid through 2026-03 -> 2026-06
                          cloud 0/0 -> 1/1
                          link 0/0 -> 1/1
                          charge REACTIVATION cloud 1 x 3000 for 29/30 days = 2900
                          charge REACTIVATION link 1 x 12000 for 29/30 days = 11600
                        """)
                .thenLicenses("ACTIVE MANUAL to 2026-06, open 14500: cloud 1/1, link 1/1");
        assertThat(scenario.licenses("c1").openCharges())
                .extracting(charge -> charge.chargeId())
                .containsExactly("c1:2026-06:p1:r2:cloud", "c1:2026-06:p1:r2:link");
    }

    @Test
    @Rule("R4")
    void reactivationNeedsEveryOpenChargeSettled() {
        scenario.given("2026-03-20T09:00", register("link"))
                .givenMonth("2026-05")
                .when("2026-05-02T09:00", reactivate())
                .thenRejected("OUTSTANDING_CHARGES")
                .thenFact("chargeCount", "1")
                .thenFact("totalCents", "4645");
    }

    @Test
    @Rule({"R4", "K2", "C4", "Q3"})
    void aReactivationIsCheckedLikeARegistration() {
        scenario.given("2026-03-20T09:00", register("navi"))
                .givenAllPaid("2026-03-21T09:00")
                .givenMonth("2026-05")
                .when("2026-05-02T09:00", reactivate().with("link-movel", 51).with("tef", 1))
                .thenRejected(
                        "NOT_ELIGIBLE_FOR_SYSTEM link-movel", "QUANTITY_OUT_OF_RANGE link-movel", "DEDICATED_FLOW tef");
        scenario.when("2026-05-02T09:01", reactivate().accepting(1)).thenRejected("AMOUNT_ABOVE_ACCEPTED");
    }

    @Test
    @Rule({"R4", "C4"})
    void aRetiredSystemDoesNotComeBack() {
        scenario.given("2026-03-20T09:00", register("navi"))
                .givenAllPaid("2026-03-21T09:00")
                .givenCatalog(
                        "2026-03-22T09:00",
                        CatalogBuilder.after(ScenarioCatalog.FIRST, scenario.instant("2026-04-01T00:00"))
                                .changing("navi", product -> product.status(ProductStatus.RETIRED))
                                .build())
                .givenMonth("2026-05")
                .when("2026-05-02T09:00", reactivate())
                .thenRejected("NOT_SELLABLE navi");
    }

    @Test
    @Rule({"R4", "R1"})
    void aReactivatedCustomerExpiresWithTheMonthItPaid() {
        scenario.given("2026-03-20T09:00", register("navi"))
                .givenAllPaid("2026-03-21T09:00")
                .givenMonth("2026-05")
                .given("2026-05-31T09:00", reactivate())
                .whenMonthBegins("2026-06")
                .then("""
                        MONTH 2026-06, revision 5 -> 6
                          status ACTIVE -> EXPIRED
                        """);
    }
}
