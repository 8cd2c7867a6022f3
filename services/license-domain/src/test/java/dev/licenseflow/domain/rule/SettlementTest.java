package dev.licenseflow.domain.rule;

import static dev.licenseflow.domain.fixture.RequestBuilder.register;
import static dev.licenseflow.domain.fixture.RequestBuilder.renewBy;
import static dev.licenseflow.domain.fixture.RequestBuilder.suspend;

import dev.licenseflow.domain.fixture.CatalogBuilder;
import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.fixture.Scenario;
import dev.licenseflow.domain.fixture.ScenarioCatalog;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.domain.request.SettlementOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Billing's answers (G4) and the renewals that wait for them (R2). */
class SettlementTest {

    private static final String CLOUD = "c1:2026-03:p1:r1:cloud";
    private static final String LINK = "c1:2026-03:p1:r1:link";

    private final Scenario scenario = Scenario.onPureCore();

    private Scenario registered(RenewalMethod method) {
        return scenario.given(
                "2026-03-20T09:00", register("link").with("cloud", 1).renewing(method));
    }

    @ParameterizedTest
    @EnumSource(SettlementOutcome.class)
    @Rule({"G4", "D1"})
    void openChargesAreSettled(SettlementOutcome outcome) {
        registered(RenewalMethod.MANUAL)
                .whenSettled("2026-03-21T09:00", outcome, LINK)
                .then("APPLIED s1, revision 1 -> 2\n  settled " + LINK + " " + outcome + " 4645\n")
                .thenLicenses("ACTIVE MANUAL to 2026-03, open 1161: cloud 1/1, link 1/1");
    }

    @Test
    @Rule("G4")
    void chargesThatAreNotOpenAreReportedBesideThoseThatAre() {
        registered(RenewalMethod.MANUAL)
                .whenSettled("2026-03-21T09:00", SettlementOutcome.PAID, "nada", LINK, CLOUD, "nichts")
                .then("""
                        APPLIED s1, revision 1 -> 2
                          because CHARGE_NOT_OPEN
                          because CHARGE_NOT_OPEN
                          settled c1:2026-03:p1:r1:link PAID 4645
                          settled c1:2026-03:p1:r1:cloud PAID 1161
                        """);
        scenario.whenSettled("2026-03-22T09:00", SettlementOutcome.PAID, LINK)
                .thenRejected("CHARGE_NOT_OPEN")
                .thenFact("chargeId", LINK);
    }

    @Test
    @Rule("G4")
    void aSettlementOfNothingOpenIsRefused() {
        registered(RenewalMethod.MANUAL)
                .whenSettled("2026-03-21T09:00", SettlementOutcome.WAIVED, "a", "b")
                .thenRejected("CHARGE_NOT_OPEN", "CHARGE_NOT_OPEN");
    }

    @Test
    @Rule("G4")
    void anEmptySettlementIsNoChange() {
        registered(RenewalMethod.MANUAL)
                .whenSettled("2026-03-21T09:00", SettlementOutcome.PAID)
                .thenRejected("NO_CHANGE");
    }

    @Test
    @Rule("G4")
    void aChargeThatIsNamedTwiceIsSettledOnce() {
        registered(RenewalMethod.MANUAL)
                .whenSettled("2026-03-21T09:00", SettlementOutcome.PAID, LINK, LINK, "nada", "nada")
                .then("""
                        APPLIED s1, revision 1 -> 2
                          because CHARGE_NOT_OPEN
                          settled c1:2026-03:p1:r1:link PAID 4645
                        """);
    }

    @Test
    @Rule({"G4", "D5"})
    void aSettlementOfAnUnknownCustomerIsRefused() {
        scenario.whenSettled("2026-03-21T09:00", SettlementOutcome.PAID, LINK).thenRejected("UNKNOWN_CUSTOMER");
        scenario.whenSettled("2026-03-21T09:01", SettlementOutcome.PAID).thenRejected("UNKNOWN_CUSTOMER");
    }

    @Test
    @Rule({"G4", "M2"})
    void aSettlementRollsTheCustomerOverFirst() {
        registered(RenewalMethod.MANUAL)
                .whenSettled("2026-04-01T00:00", SettlementOutcome.PAID, LINK)
                .then("""
                        MONTH 2026-04, revision 1 -> 2
                          status ACTIVE -> EXPIRED
                        APPLIED s1, revision 2 -> 3
                          settled c1:2026-03:p1:r1:link PAID 4645
                        """);
    }

    @Test
    @Rule("R2")
    void theLastOpenChargeRenewsAManagedCustomerAtOnce() {
        registered(RenewalMethod.MANAGED_BILLING).givenMonth("2026-04");
        scenario.whenSettled("2026-04-03T09:00", SettlementOutcome.PAID, LINK).then("""
                        APPLIED s1, revision 2 -> 3
                          settled c1:2026-03:p1:r1:link PAID 4645
                        """);
        scenario.whenSettled("2026-04-04T09:00", SettlementOutcome.WAIVED, CLOUD)
                .then("""
                        APPLIED s2, revision 3 -> 4
                          settled c1:2026-03:p1:r1:cloud WAIVED 1161
                          paid through 2026-03 -> 2026-04
                          status EXPIRED -> ACTIVE
                          charge RENEWAL cloud 1 x 3000 for 30/30 days = 3000
                          charge RENEWAL link 1 x 12000 for 30/30 days = 12000
                        """)
                .thenLicenses("ACTIVE MANAGED_BILLING to 2026-04, open 15000: cloud 1/1, link 1/1");
    }

    @Test
    @Rule({"R2", "G4"})
    void aPartlyAppliedSettlementRenewsToo() {
        registered(RenewalMethod.MANAGED_BILLING).givenMonth("2026-04");
        scenario.whenSettled("2026-04-03T09:00", SettlementOutcome.PAID, "nada", LINK, CLOUD)
                .thenLicenses("ACTIVE MANAGED_BILLING to 2026-04, open 15000: cloud 1/1, link 1/1");
    }

    @Test
    @Rule({"R2", "C2"})
    void thatRenewalIsPricedByTheCatalogAtTheSettlement() {
        registered(RenewalMethod.MANAGED_BILLING)
                .givenCatalog(
                        "2026-04-01T09:00",
                        CatalogBuilder.after(ScenarioCatalog.FIRST, scenario.instant("2026-04-02T00:00"))
                                .changing("link", product -> product.priceCents(20_000))
                                .build());
        scenario.whenSettled("2026-04-03T09:00", SettlementOutcome.PAID, LINK, CLOUD)
                .then("""
                        MONTH 2026-04 at 2026-04-01T00:00, revision 1 -> 2
                          status ACTIVE -> EXPIRED
                        APPLIED s1 by catalog 2, revision 2 -> 3
                          settled c1:2026-03:p1:r1:link PAID 4645
                          settled c1:2026-03:p1:r1:cloud PAID 1161
                          paid through 2026-03 -> 2026-04
                          status EXPIRED -> ACTIVE
                          charge RENEWAL cloud 1 x 3000 for 30/30 days = 3000
                          charge RENEWAL link 1 x 20000 for 30/30 days = 20000
                        """);
    }

    @Test
    @Rule("R2")
    void aSettlementWithinThePaidMonthRenewsNothing() {
        registered(RenewalMethod.MANAGED_BILLING)
                .whenAllPaid("2026-03-31T23:59:59.999")
                .thenLicenses("ACTIVE MANAGED_BILLING to 2026-03, open 0: cloud 1/1, link 1/1");
    }

    @Test
    @Rule({"R1", "R2"})
    void aSuspendedManagedCustomerIsRenewedAndStaysSuspended() {
        registered(RenewalMethod.MANAGED_BILLING).given("2026-03-21T09:00", suspend());
        scenario.whenMonthBegins("2026-04").thenNothing();
        scenario.whenAllPaid("2026-04-02T09:00")
                .thenLicenses("SUSPENDED MANAGED_BILLING to 2026-04, open 15000: cloud 1/1, link 1/1");
    }

    @Test
    @Rule({"R2", "R3"})
    void aManualCustomerIsNotRenewedBySettling() {
        registered(RenewalMethod.MANUAL)
                .givenMonth("2026-04")
                .whenAllPaid("2026-04-02T09:00")
                .thenLicenses("EXPIRED MANUAL to 2026-03, open 0: cloud 1/1, link 1/1");
    }

    @Test
    @Rule({"R2", "R4"})
    void anInactiveManagedCustomerIsNotRenewedBySettling() {
        registered(RenewalMethod.MANAGED_BILLING)
                .givenMonth("2026-05")
                .whenAllPaid("2026-05-02T09:00")
                .then("""
                        APPLIED s1, revision 3 -> 4
                          settled c1:2026-03:p1:r1:cloud PAID 1161
                          settled c1:2026-03:p1:r1:link PAID 4645
                        """)
                .thenLicenses("INACTIVE MANAGED_BILLING to 2026-03, open 0: ");
    }

    @Test
    @Rule("R2")
    void aCustomerThatBecameManagedWhileExpiredIsRenewedByItsLastSettlement() {
        registered(RenewalMethod.MANUAL)
                .givenMonth("2026-04")
                .given("2026-04-02T09:00", renewBy(RenewalMethod.MANAGED_BILLING))
                .whenAllPaid("2026-04-03T09:00")
                .thenLicenses("ACTIVE MANAGED_BILLING to 2026-04, open 15000: cloud 1/1, link 1/1");
    }
}
