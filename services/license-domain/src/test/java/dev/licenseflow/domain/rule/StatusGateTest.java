package dev.licenseflow.domain.rule;

import static dev.licenseflow.domain.fixture.RequestBuilder.add;
import static dev.licenseflow.domain.fixture.RequestBuilder.cancel;
import static dev.licenseflow.domain.fixture.RequestBuilder.changeSystem;
import static dev.licenseflow.domain.fixture.RequestBuilder.issue;
import static dev.licenseflow.domain.fixture.RequestBuilder.register;
import static dev.licenseflow.domain.fixture.RequestBuilder.renewBy;
import static dev.licenseflow.domain.fixture.RequestBuilder.scheduleRenewal;
import static dev.licenseflow.domain.fixture.RequestBuilder.suspend;
import static dev.licenseflow.domain.fixture.RequestBuilder.transferTo;
import static dev.licenseflow.domain.fixture.RequestBuilder.unscheduleRenewal;
import static dev.licenseflow.domain.fixture.RequestBuilder.withdraw;
import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.decision.Outcome;
import dev.licenseflow.domain.fixture.RequestBuilder;
import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.fixture.Scenario;
import dev.licenseflow.domain.request.RenewalMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which command is possible in which status (D8). Nothing is owed in any of these cases. */
@Rule("D8")
class StatusGateTest {

    private enum Standing {
        ACTIVE("2026-03-20T09:00"),
        SUSPENDED_PAID("2026-03-20T09:00"),
        SUSPENDED_UNPAID("2026-04-10T09:00"),
        EXPIRED("2026-04-10T09:00"),
        INACTIVE("2026-05-10T09:00");

        private final String time;

        Standing(String time) {
            this.time = time;
        }

        Scenario scenario() {
            Scenario scenario = Scenario.onPureCore()
                    .given("2026-03-02T09:00", register("link"))
                    .givenAllPaid("2026-03-03T09:00");
            return switch (this) {
                case ACTIVE -> scenario;
                case SUSPENDED_PAID -> scenario.given("2026-03-04T09:00", suspend());
                case SUSPENDED_UNPAID ->
                    scenario.given("2026-03-04T09:00", suspend()).givenMonth("2026-04");
                case EXPIRED -> scenario.givenMonth("2026-04");
                case INACTIVE -> scenario.givenMonth("2026-05");
            };
        }
    }

    private enum Asked {
        CHANGE,
        RENEW,
        SUSPEND,
        RESUME,
        REACTIVATE,
        CHANGE_RENEWAL,
        CHANGE_SYSTEM,
        SCHEDULE,
        CANCEL,
        TRANSFER,
        ISSUE;

        RequestBuilder request() {
            return switch (this) {
                case CHANGE -> add("link-garcom", 1).accepting(99_999);
                case RENEW -> RequestBuilder.renew();
                case SUSPEND -> suspend();
                case RESUME -> RequestBuilder.resume();
                case REACTIVATE -> RequestBuilder.reactivate();
                case CHANGE_RENEWAL -> renewBy(RenewalMethod.MANAGED_BILLING);
                case CHANGE_SYSTEM -> changeSystem("navi").accepting(99_999);
                case SCHEDULE -> scheduleRenewal();
                case CANCEL -> cancel();
                case TRANSFER -> transferTo("p2");
                case ISSUE -> issue("link", 1);
            };
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CHANGE         | ACTIVE           | ACTIVE MANUAL to 2026-03, open 387: link 1/1, link-garcom 1/1",
                "CHANGE         | SUSPENDED_PAID   | SUSPENDED MANUAL to 2026-03, open 387: link 1/1, link-garcom 1/1",
                "RENEW          | SUSPENDED_UNPAID | SUSPENDED MANUAL to 2026-04, open 12000: link 1/1",
                "RENEW          | EXPIRED          | ACTIVE MANUAL to 2026-04, open 12000: link 1/1",
                "SUSPEND        | ACTIVE           | SUSPENDED MANUAL to 2026-03, open 0: link 1/1",
                "RESUME         | SUSPENDED_PAID   | ACTIVE MANUAL to 2026-03, open 0: link 1/1",
                "RESUME         | SUSPENDED_UNPAID | EXPIRED MANUAL to 2026-03, open 0: link 1/1",
                "REACTIVATE     | INACTIVE         | ACTIVE MANUAL to 2026-05, open 8516: link 1/1",
                "CHANGE_RENEWAL | ACTIVE           | ACTIVE MANAGED_BILLING to 2026-03, open 0: link 1/1",
                "CHANGE_RENEWAL | SUSPENDED_PAID   | SUSPENDED MANAGED_BILLING to 2026-03, open 0: link 1/1",
                "CHANGE_RENEWAL | SUSPENDED_UNPAID | SUSPENDED MANAGED_BILLING to 2026-03, open 0: link 1/1",
                "CHANGE_RENEWAL | EXPIRED          | EXPIRED MANAGED_BILLING to 2026-03, open 0: link 1/1",
                "CHANGE_SYSTEM  | ACTIVE           | ACTIVE MANUAL to 2026-03, open 2323: link 1/0, navi 1/1",
                "CHANGE_SYSTEM  | SUSPENDED_PAID   | SUSPENDED MANUAL to 2026-03, open 2323: link 1/0, navi 1/1",
                "CHANGE_SYSTEM  | SUSPENDED_UNPAID | SUSPENDED MANUAL to 2026-03, open 0: navi 1/1",
                "CHANGE_SYSTEM  | EXPIRED          | EXPIRED MANUAL to 2026-03, open 0: navi 1/1",
                "SCHEDULE       | ACTIVE           | ACTIVE MANUAL to 2026-03, open 0: link 1/1",
                "SCHEDULE       | SUSPENDED_PAID   | SUSPENDED MANUAL to 2026-03, open 0: link 1/1",
                "CANCEL         | ACTIVE           | ACTIVE MANUAL to 2026-03, open 0: link 1/1",
                "CANCEL         | SUSPENDED_PAID   | SUSPENDED MANUAL to 2026-03, open 0: link 1/1",
                "CANCEL         | SUSPENDED_UNPAID | 'INACTIVE MANUAL to 2026-03, open 0: '",
                "CANCEL         | EXPIRED          | 'INACTIVE MANUAL to 2026-03, open 0: '",
                "TRANSFER       | ACTIVE           | ACTIVE MANUAL to 2026-03, open 0: link 1/1",
                "TRANSFER       | SUSPENDED_PAID   | SUSPENDED MANUAL to 2026-03, open 0: link 1/1",
                "TRANSFER       | SUSPENDED_UNPAID | SUSPENDED MANUAL to 2026-03, open 0: link 1/1",
                "TRANSFER       | EXPIRED          | EXPIRED MANUAL to 2026-03, open 0: link 1/1",
                "TRANSFER       | INACTIVE         | 'INACTIVE MANUAL to 2026-03, open 0: '",
                "ISSUE          | ACTIVE           | ACTIVE MANUAL to 2026-03, open 1: link 1/1",
                "ISSUE          | SUSPENDED_PAID   | SUSPENDED MANUAL to 2026-03, open 1: link 1/1",
                "ISSUE          | SUSPENDED_UNPAID | SUSPENDED MANUAL to 2026-03, open 1: link 1/1",
                "ISSUE          | EXPIRED          | EXPIRED MANUAL to 2026-03, open 1: link 1/1",
                "ISSUE          | INACTIVE         | 'INACTIVE MANUAL to 2026-03, open 1: '"
            })
    void aCommandIsPossibleInItsStatuses(Asked asked, Standing standing, String licensesAfter) {
        Scenario.Step step = standing.scenario().when(standing.time, asked.request());
        step.thenLicenses(licensesAfter);
        assertThat(step.answer().decision().outcome()).isEqualTo(Outcome.APPLIED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CHANGE         | SUSPENDED_UNPAID | SUSPENDED | 2026-03 | ACTIVE,SUSPENDED with the month paid",
                "CHANGE         | EXPIRED          | EXPIRED   | 2026-03 | ACTIVE,SUSPENDED with the month paid",
                "CHANGE         | INACTIVE         | INACTIVE  | 2026-03 | ACTIVE,SUSPENDED with the month paid",
                "RENEW          | ACTIVE           | ACTIVE    | 2026-03 | EXPIRED,SUSPENDED with the month unpaid",
                "RENEW          | SUSPENDED_PAID   | SUSPENDED | 2026-03 | EXPIRED,SUSPENDED with the month unpaid",
                "RENEW          | INACTIVE         | INACTIVE  | 2026-03 | EXPIRED,SUSPENDED with the month unpaid",
                "SUSPEND        | SUSPENDED_PAID   | SUSPENDED | 2026-03 | ACTIVE",
                "SUSPEND        | SUSPENDED_UNPAID | SUSPENDED | 2026-03 | ACTIVE",
                "SUSPEND        | EXPIRED          | EXPIRED   | 2026-03 | ACTIVE",
                "SUSPEND        | INACTIVE         | INACTIVE  | 2026-03 | ACTIVE",
                "RESUME         | ACTIVE           | ACTIVE    | 2026-03 | SUSPENDED",
                "RESUME         | EXPIRED          | EXPIRED   | 2026-03 | SUSPENDED",
                "RESUME         | INACTIVE         | INACTIVE  | 2026-03 | SUSPENDED",
                "REACTIVATE     | ACTIVE           | ACTIVE    | 2026-03 | INACTIVE",
                "REACTIVATE     | SUSPENDED_PAID   | SUSPENDED | 2026-03 | INACTIVE",
                "REACTIVATE     | SUSPENDED_UNPAID | SUSPENDED | 2026-03 | INACTIVE",
                "REACTIVATE     | EXPIRED          | EXPIRED   | 2026-03 | INACTIVE",
                "CHANGE_RENEWAL | INACTIVE         | INACTIVE  | 2026-03 | ACTIVE,EXPIRED,SUSPENDED",
                "CHANGE_SYSTEM  | INACTIVE         | INACTIVE  | 2026-03 | ACTIVE,EXPIRED,SUSPENDED",
                "CANCEL         | INACTIVE         | INACTIVE  | 2026-03 | ACTIVE,EXPIRED,SUSPENDED",
                "SCHEDULE       | SUSPENDED_UNPAID | SUSPENDED | 2026-03 | ACTIVE,SUSPENDED with the month paid",
                "SCHEDULE       | EXPIRED          | EXPIRED   | 2026-03 | ACTIVE,SUSPENDED with the month paid",
                "SCHEDULE       | INACTIVE         | INACTIVE  | 2026-03 | ACTIVE,SUSPENDED with the month paid"
            })
    void everyOtherStatusForbidsIt(Asked asked, Standing standing, String status, String paidThrough, String allowed) {
        standing.scenario()
                .when(standing.time, asked.request())
                .thenRejected("STATUS_FORBIDS")
                .thenFact("status", status)
                .thenFact("paidThrough", paidThrough)
                .thenFact("allowed", allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE,           NO_CHANGE",
        "SUSPENDED_PAID,   NO_CHANGE",
        "SUSPENDED_UNPAID, STATUS_FORBIDS NO_CHANGE",
        "EXPIRED,          STATUS_FORBIDS NO_CHANGE",
        "INACTIVE,         STATUS_FORBIDS NO_CHANGE"
    })
    @Rule({"D8", "R7"})
    void whereNothingIsScheduledNothingIsTakenBack(Standing standing, String codes) {
        standing.scenario().when(standing.time, unscheduleRenewal()).thenRejected(codes.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE,           NO_CHANGE",
        "SUSPENDED_PAID,   NO_CHANGE",
        "SUSPENDED_UNPAID, NO_CHANGE",
        "EXPIRED,          NO_CHANGE",
        "INACTIVE,         STATUS_FORBIDS NO_CHANGE"
    })
    @Rule({"D8", "R8"})
    void whereNothingIsCancelledNothingIsWithdrawn(Standing standing, String codes) {
        standing.scenario().when(standing.time, withdraw()).thenRejected(codes.split(" "));
    }

    @ParameterizedTest
    @EnumSource(
            value = Standing.class,
            names = {"ACTIVE", "SUSPENDED_PAID"})
    @Rule({"D8", "R7", "R8"})
    void inAPaidMonthBothAreTakenBack(Standing standing) {
        standing.scenario()
                .given(standing.time, scheduleRenewal())
                .given(standing.time, unscheduleRenewal())
                .given(standing.time, cancel())
                .given(standing.time, withdraw());
    }

    @Test
    void anInactiveCustomerHasNothingToChange() {
        Standing.INACTIVE
                .scenario()
                .when(Standing.INACTIVE.time, add("link-garcom", 1).accepting(99_999))
                .thenRejected("STATUS_FORBIDS");
    }

    @Test
    @Rule({"D7", "D8"})
    void theSameRenewalMethodIsNoChangeWhateverTheStatus() {
        Standing.ACTIVE
                .scenario()
                .when(Standing.ACTIVE.time, renewBy(RenewalMethod.MANUAL))
                .thenRejected("NO_CHANGE");
        Standing.INACTIVE
                .scenario()
                .when(Standing.INACTIVE.time, renewBy(RenewalMethod.MANUAL))
                .thenRejected("STATUS_FORBIDS", "NO_CHANGE");
    }

    @Test
    @Rule({"D8", "R2"})
    void changingTheRenewalMethodDoesNotRenew() {
        Standing.EXPIRED
                .scenario()
                .when(Standing.EXPIRED.time, renewBy(RenewalMethod.MANAGED_BILLING))
                .then("""
                        APPLIED r2, revision 3 -> 4
                          renewal MANUAL -> MANAGED_BILLING
                        """);
    }

    @Test
    void suspendingAndResumingAreSaidAsStatusChanges() {
        Scenario scenario = Standing.ACTIVE.scenario();
        scenario.when("2026-03-20T09:00", suspend()).then("""
                        APPLIED r2, revision 2 -> 3
                          status ACTIVE -> SUSPENDED
                        """);
        scenario.when("2026-03-21T09:00", RequestBuilder.resume()).then("""
                        APPLIED r3, revision 3 -> 4
                          status SUSPENDED -> ACTIVE
                        """);
    }
}
