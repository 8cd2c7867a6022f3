package dev.licenseflow.domain.rule;

import static dev.licenseflow.domain.fixture.RequestBuilder.issue;
import static dev.licenseflow.domain.fixture.RequestBuilder.register;
import static dev.licenseflow.domain.fixture.RequestBuilder.renew;
import static dev.licenseflow.domain.fixture.RequestBuilder.renewBy;
import static dev.licenseflow.domain.fixture.RequestBuilder.scheduleRenewal;
import static dev.licenseflow.domain.fixture.RequestBuilder.suspend;
import static dev.licenseflow.domain.fixture.RequestBuilder.transferTo;
import static dev.licenseflow.domain.fixture.RequestBuilder.unscheduleRenewal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.fixture.Scenario;
import dev.licenseflow.domain.request.Channel;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.domain.request.SettlementOutcome;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** A customer with manual renewal renews ahead (R7). */
@Rule("R7")
class ScheduledRenewalTest {

    private final Scenario scenario = Scenario.onPureCore().given("2026-03-10T09:00", register("link"));

    private Scenario scheduled() {
        return scenario.given("2026-03-11T09:00", scheduleRenewal());
    }

    @Test
    void itIsShownAndTakenBack() {
        scenario.when("2026-03-11T09:00", scheduleRenewal().on(Channel.MANUAL_RENEWAL))
                .then("""
                        APPLIED r2, revision 1 -> 2
                          renewal scheduled
                        """);
        assertThat(scenario.licenses("c1").renewalScheduled()).isTrue();
        scenario.when("2026-03-11T10:00", unscheduleRenewal()).then("""
                        APPLIED r3, revision 2 -> 3
                          renewal no longer scheduled
                        """);
        scenario.givenAllPaid("2026-03-12T09:00").whenMonthBegins("2026-04").then("""
                        MONTH 2026-04, revision 4 -> 5
                          status ACTIVE -> EXPIRED
                        """);
    }

    @Test
    @Rule({"R7", "R2"})
    void theNextMonthCloseRenewsThisOnce() {
        scheduled().givenAllPaid("2026-03-12T09:00").whenMonthBegins("2026-04").then("""
                        MONTH 2026-04, revision 3 -> 4
                          paid through 2026-03 -> 2026-04
                          renewal no longer scheduled
                          charge RENEWAL link 1 x 12000 for 30/30 days = 12000
                        """);
        scenario.givenAllPaid("2026-04-02T09:00").whenMonthBegins("2026-05").then("""
                        MONTH 2026-05, revision 5 -> 6
                          status ACTIVE -> EXPIRED
                        """);
    }

    @Test
    @Rule({"R7", "M2"})
    void ofSeveralMissedMonthsOnlyTheFirstIsRenewed() {
        scheduled()
                .givenAllPaid("2026-03-12T09:00")
                .when("2026-05-02T09:00", suspend())
                .then("""
                        MONTH 2026-04 at 2026-04-01T00:00, revision 3 -> 4
                          paid through 2026-03 -> 2026-04
                          renewal no longer scheduled
                          charge RENEWAL link 1 x 12000 for 30/30 days = 12000
                        MONTH 2026-05 at 2026-05-01T00:00, revision 4 -> 5
                          status ACTIVE -> EXPIRED
                        REJECTED r3, revision 5
                          because STATUS_FORBIDS
                        """);
    }

    @Test
    void withOpenChargesItIsRenewedInTheLastMomentOfThatMonth() {
        scheduled().whenMonthBegins("2026-04").then("""
                        MONTH 2026-04, revision 2 -> 3
                          status ACTIVE -> EXPIRED
                        """);
        assertThat(scenario.licenses("c1").renewalScheduled()).isTrue();
        scenario.whenAllPaid("2026-04-30T23:59:59.999").then("""
                        APPLIED s1, revision 3 -> 4
                          settled c1:2026-03:p1:r1:link PAID 8516
                          paid through 2026-03 -> 2026-04
                          status EXPIRED -> ACTIVE
                          renewal no longer scheduled
                          charge RENEWAL link 1 x 12000 for 30/30 days = 12000
                        """);
    }

    @Test
    @Rule({"R7", "R4"})
    void afterThatMonthItIsOver() {
        scheduled().whenAllPaid("2026-05-01T00:00").then("""
                        MONTH 2026-04 at 2026-04-01T00:00, revision 2 -> 3
                          status ACTIVE -> EXPIRED
                        MONTH 2026-05, revision 3 -> 4
                          link 1/1 -> 0/0
                          status EXPIRED -> INACTIVE
                          renewal no longer scheduled
                        APPLIED s1, revision 4 -> 5
                          settled c1:2026-03:p1:r1:link PAID 8516
                        """);
    }

    @Test
    void paidInTheLastMomentOfItsMonthItIsRenewedAtTheBoundary() {
        scheduled().givenAllPaid("2026-03-31T23:59:59.999").whenMonthBegins("2026-04");
        assertThat(scenario.licenses("c1").paidThrough()).isEqualTo(YearMonth.of(2026, 4));
    }

    @Test
    void scheduledInTheLastMomentItHoldsForTheNextMonthAndOneLaterItIsTooLate() {
        scenario.givenAllPaid("2026-03-12T09:00");
        Scenario late = Scenario.onPureCore()
                .given("2026-03-10T09:00", register("link"))
                .givenAllPaid("2026-03-12T09:00");
        scenario.given("2026-03-31T23:59:59.999", scheduleRenewal())
                .givenMonth("2026-04")
                .when("2026-04-01T00:00", unscheduleRenewal())
                .thenRejected("NO_CHANGE")
                .thenLicenses("ACTIVE MANUAL to 2026-04, open 12000: link 1/1");
        late.when("2026-04-01T00:00", scheduleRenewal()).then("""
                        MONTH 2026-04, revision 2 -> 3
                          status ACTIVE -> EXPIRED
                        REJECTED r2, revision 3
                          because STATUS_FORBIDS
                        """);
    }

    @Test
    void itWaitsForTheLastOfTheOpenChargesOfEarlierMonths() {
        Scenario two = Scenario.onPureCore()
                .given("2026-03-10T09:00", register("link").with("cloud", 1), scheduleRenewal())
                .givenMonth("2026-04")
                .given("2026-04-02T09:00", issue("link", 500));
        two.whenSettled("2026-04-03T09:00", SettlementOutcome.PAID, "c1:2026-03:p1:r1:cloud")
                .then("""
                        APPLIED s1, revision 4 -> 5
                          settled c1:2026-03:p1:r1:cloud PAID 2129
                        """);
        two.whenSettled("2026-04-04T09:00", SettlementOutcome.WAIVED, "c1:2026-03:p1:r1:link")
                .then("""
                        APPLIED s2, revision 5 -> 6
                          settled c1:2026-03:p1:r1:link WAIVED 8516
                          paid through 2026-03 -> 2026-04
                          status EXPIRED -> ACTIVE
                          renewal no longer scheduled
                          charge RENEWAL cloud 1 x 3000 for 30/30 days = 3000
                          charge RENEWAL link 1 x 12000 for 30/30 days = 12000
                        """);
    }

    @Test
    void aSuspendedCustomerRenewsAheadToo() {
        scheduled()
                .given("2026-03-12T09:00", suspend())
                .givenAllPaid("2026-03-12T10:00")
                .whenMonthBegins("2026-04")
                .thenLicenses("SUSPENDED MANUAL to 2026-04, open 12000: link 1/1");
    }

    @Test
    @Rule({"R7", "D7"})
    void scheduledAlreadyOrManagedIsNoChange() {
        scheduled().when("2026-03-11T10:00", scheduleRenewal()).thenRejected("NO_CHANGE");
        scenario.given("2026-03-11T11:00", renewBy(RenewalMethod.MANAGED_BILLING))
                .when("2026-03-11T12:00", scheduleRenewal())
                .thenRejected("NO_CHANGE");
        scenario.when("2026-03-11T12:00", unscheduleRenewal()).thenRejected("NO_CHANGE");
    }

    @Test
    void nothingScheduledCannotBeTakenBack() {
        scenario.when("2026-03-11T10:00", unscheduleRenewal()).thenRejected("NO_CHANGE");
    }

    @Test
    void anotherRenewalMethodEndsIt() {
        scheduled()
                .when("2026-03-11T10:00", renewBy(RenewalMethod.MANAGED_BILLING))
                .then("""
                        APPLIED r3, revision 2 -> 3
                          renewal MANUAL -> MANAGED_BILLING
                          renewal no longer scheduled
                        """);
        scenario.given("2026-03-11T11:00", renewBy(RenewalMethod.MANUAL))
                .givenAllPaid("2026-03-12T09:00")
                .whenMonthBegins("2026-04")
                .thenLicenses("EXPIRED MANUAL to 2026-03, open 0: link 1/1");
    }

    @Test
    void aTransferAndASuspensionLeaveIt() {
        scheduled().given("2026-03-12T09:00", suspend(), transferTo("p2"));
        assertThat(scenario.licenses("c1").renewalScheduled()).isTrue();
    }

    @Test
    @Rule({"R7", "R3"})
    void whileItWaitsTheMonthIsUnpaid() {
        scheduled().givenMonth("2026-04");
        scenario.when("2026-04-02T09:00", unscheduleRenewal()).thenRejected("STATUS_FORBIDS");
        scenario.when("2026-04-02T09:00", renew()).thenRejected("OUTSTANDING_CHARGES");
        scenario.when("2026-04-02T09:00", scheduleRenewal()).thenRejected("STATUS_FORBIDS", "NO_CHANGE");
    }

    @Test
    @Rule({"R2", "R7"})
    void whatIsOwedOfTheCurrentMonthHasNoPartInIt() {
        Scenario managedLate = Scenario.onPureCore()
                .given("2026-03-10T09:00", register("link"))
                .givenAllPaid("2026-03-12T09:00")
                .givenMonth("2026-04")
                .given("2026-04-02T09:00", renewBy(RenewalMethod.MANAGED_BILLING), issue("link", 500));
        managedLate.whenAllPaid("2026-04-03T09:00").then("""
                        APPLIED s2, revision 5 -> 6
                          settled c1:2026-04::r3:link PAID 500
                        """);
    }
}
