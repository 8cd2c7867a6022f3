package dev.licenseflow.domain.rule;

import static dev.licenseflow.domain.fixture.RequestBuilder.add;
import static dev.licenseflow.domain.fixture.RequestBuilder.adjust;
import static dev.licenseflow.domain.fixture.RequestBuilder.cancel;
import static dev.licenseflow.domain.fixture.RequestBuilder.changeSystem;
import static dev.licenseflow.domain.fixture.RequestBuilder.confirm;
import static dev.licenseflow.domain.fixture.RequestBuilder.decline;
import static dev.licenseflow.domain.fixture.RequestBuilder.issue;
import static dev.licenseflow.domain.fixture.RequestBuilder.reactivate;
import static dev.licenseflow.domain.fixture.RequestBuilder.register;
import static dev.licenseflow.domain.fixture.RequestBuilder.remove;
import static dev.licenseflow.domain.fixture.RequestBuilder.renew;
import static dev.licenseflow.domain.fixture.RequestBuilder.renewBy;
import static dev.licenseflow.domain.fixture.RequestBuilder.resume;
import static dev.licenseflow.domain.fixture.RequestBuilder.scheduleRenewal;
import static dev.licenseflow.domain.fixture.RequestBuilder.suspend;
import static dev.licenseflow.domain.fixture.RequestBuilder.transferTo;
import static dev.licenseflow.domain.fixture.RequestBuilder.unscheduleRenewal;
import static dev.licenseflow.domain.fixture.RequestBuilder.withdraw;
import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.fixture.RequestBuilder;
import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.fixture.Scenario;
import dev.licenseflow.domain.request.Channel;
import dev.licenseflow.domain.request.RenewalMethod;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A contract ends with what is paid (R8). */
@Rule("R8")
class CancellationTest {

    private final Scenario scenario = Scenario.onPureCore().given("2026-03-10T09:00", register("link"));

    private Scenario cancelled() {
        return scenario.given("2026-03-11T09:00", cancel());
    }

    @ParameterizedTest
    @EnumSource(RenewalMethod.class)
    void aPaidMonthIsTheLastWhateverTheRenewalMethod(RenewalMethod method) {
        Scenario of = Scenario.onPureCore()
                .given("2026-03-10T09:00", register("link").with("cloud", 1).renewing(method))
                .givenAllPaid("2026-03-10T10:00");
        of.when("2026-03-31T23:59:59.999", cancel()).then("""
                        APPLIED r2, revision 2 -> 3
                          cancelled
                        """);
        of.whenMonthBegins("2026-04").then("""
                        MONTH 2026-04, revision 3 -> 4
                          cloud 1/1 -> 0/0
                          link 1/1 -> 0/0
                          status ACTIVE -> INACTIVE
                          no longer cancelled
                        """);
        of.whenMonthBegins("2026-05").thenNothing();
    }

    @Test
    void aMonthThatIsNotPaidEndsAtOnce() {
        scenario.when("2026-04-01T00:00", cancel()).then("""
                        MONTH 2026-04, revision 1 -> 2
                          status ACTIVE -> EXPIRED
                        APPLIED r2, revision 2 -> 3
                          link 1/1 -> 0/0
                          status EXPIRED -> INACTIVE
                        """).thenLicenses("INACTIVE MANUAL to 2026-03, open 8516: ");
        assertThat(scenario.licenses("c1").cancelled()).isFalse();
    }

    @Test
    void aSuspendedCustomerEndsAtOnceTooIfTheMonthIsNotPaid() {
        scenario.given("2026-03-11T09:00", suspend())
                .givenMonth("2026-04")
                .when("2026-04-02T09:00", cancel())
                .then("""
                        APPLIED r3, revision 2 -> 3
                          link 1/1 -> 0/0
                          status SUSPENDED -> INACTIVE
                        """);
    }

    @Test
    @Rule({"R8", "R4"})
    void aSuspensionEndsWithThePaidMonth() {
        cancelled()
                .given("2026-03-12T09:00", suspend())
                .whenMonthBegins("2026-04")
                .then("""
                        MONTH 2026-04, revision 3 -> 4
                          link 1/1 -> 0/0
                          status SUSPENDED -> INACTIVE
                          no longer cancelled
                        """);
    }

    @Test
    @Rule({"R8", "R7"})
    void aScheduledRenewalEnds() {
        scenario.given("2026-03-11T09:00", scheduleRenewal())
                .when("2026-03-11T10:00", cancel())
                .then("""
                        APPLIED r3, revision 2 -> 3
                          cancelled
                          renewal no longer scheduled
                        """);
        scenario.given("2026-03-11T11:00", withdraw());
        assertThat(scenario.licenses("c1").renewalScheduled()).isFalse();
    }

    @Test
    @Rule({"R8", "R7"})
    void aScheduledRenewalThatWaitsEndsAtOnce() {
        scenario.given("2026-03-11T09:00", scheduleRenewal())
                .givenMonth("2026-04")
                .when("2026-04-02T09:00", cancel())
                .then("""
                        APPLIED r3, revision 3 -> 4
                          link 1/1 -> 0/0
                          status EXPIRED -> INACTIVE
                          renewal no longer scheduled
                        """);
        scenario.whenAllPaid("2026-04-03T09:00").then("""
                        APPLIED s1, revision 4 -> 5
                          settled c1:2026-03:p1:r1:link PAID 8516
                        """);
    }

    @Test
    void withdrawnInTheLastMomentItIsAsIfNothingHadBeen() {
        Scenario managed = Scenario.onPureCore()
                .given("2026-03-10T09:00", register("link").renewing(RenewalMethod.MANAGED_BILLING), cancel())
                .givenAllPaid("2026-03-12T09:00");
        managed.when("2026-03-31T23:59:59.999", withdraw()).then("""
                        APPLIED r3, revision 3 -> 4
                          no longer cancelled
                        """);
        managed.whenMonthBegins("2026-04").thenLicenses("ACTIVE MANAGED_BILLING to 2026-04, open 12000: link 1/1");
    }

    @Test
    void withdrawnAMomentLaterItIsTooLate() {
        cancelled().when("2026-04-01T00:00", withdraw()).then("""
                        MONTH 2026-04, revision 2 -> 3
                          link 1/1 -> 0/0
                          status ACTIVE -> INACTIVE
                          no longer cancelled
                        REJECTED r3, revision 3
                          because STATUS_FORBIDS
                          because NO_CHANGE
                        """);
    }

    @Test
    @Rule({"R8", "D7"})
    void cancellingAgainOrWithdrawingNothingIsNoChange() {
        scenario.when("2026-03-11T09:00", withdraw()).thenRejected("NO_CHANGE");
        cancelled().when("2026-03-11T10:00", cancel()).thenRejected("NO_CHANGE");
    }

    static Stream<RequestBuilder> forbidden() {
        return Stream.of(
                add("link-garcom", 1),
                remove("cloud", 1),
                changeSystem("navi"),
                scheduleRenewal(),
                renewBy(RenewalMethod.MANAGED_BILLING),
                confirm("q"));
    }

    private static Scenario cancelledWithAQuote() {
        return Scenario.onPureCore()
                .given("2026-03-10T09:00", register("link").with("cloud", 1).id("x"))
                .given("2026-03-11T09:00", add("link-garcom", 2).id("q"))
                .given("2026-03-11T10:00", cancel().id("c"));
    }

    @ParameterizedTest
    @MethodSource("forbidden")
    void whatWouldGoOnIsRefusedMeanwhile(RequestBuilder request) {
        cancelledWithAQuote()
                .when("2026-03-11T11:00", request.accepting(99_999))
                .thenRejected("CANCELLATION_PENDING")
                .thenFact("paidThrough", "2026-03");
    }

    @ParameterizedTest
    @MethodSource("forbidden")
    void whatWouldGoOnIsPossibleOnceItIsWithdrawn(RequestBuilder request) {
        cancelledWithAQuote()
                .given("2026-03-11T10:30", withdraw())
                .given("2026-03-11T11:00", request.accepting(99_999));
    }

    static Stream<RequestBuilder> allowed() {
        return Stream.of(
                suspend(),
                decline("q"),
                withdraw(),
                transferTo("p2"),
                adjust("c1:2026-03:p1:x:link", 1),
                issue("link", 1));
    }

    @ParameterizedTest
    @MethodSource("allowed")
    void theRestIsPossibleMeanwhile(RequestBuilder request) {
        cancelledWithAQuote().given("2026-03-11T11:00", request);
    }

    @Test
    @Rule({"R8", "D8"})
    void itsOtherRulesRefuseTheRestAsEver() {
        Scenario cancelled = cancelledWithAQuote();
        cancelled.when("2026-03-11T11:00", renew()).thenRejected("STATUS_FORBIDS");
        cancelled.when("2026-03-11T11:00", resume()).thenRejected("STATUS_FORBIDS");
        cancelled.when("2026-03-11T11:00", reactivate()).thenRejected("STATUS_FORBIDS", "OUTSTANDING_CHARGES");
        cancelled.when("2026-03-11T11:00", unscheduleRenewal()).thenRejected("NO_CHANGE");
        cancelled.given("2026-03-11T12:00", suspend()).given("2026-03-11T13:00", resume());
    }

    @Test
    @Rule({"R8", "D2"})
    void itIsToldBesideTheOtherReasons() {
        cancelledWithAQuote()
                .when("2026-03-11T11:00", add("nada", 1).on(Channel.MANAGED_BILLING))
                .thenRejected("CHANNEL_NOT_ALLOWED", "CANCELLATION_PENDING", "UNKNOWN_PRODUCT nada");
    }

    @Test
    @Rule({"R8", "K3"})
    void aQuoteIsConfirmedAfterAllIfTheCancellationIsWithdrawnInTime() {
        cancelledWithAQuote()
                .given("2026-03-13T23:59", withdraw())
                .when("2026-03-13T23:59:59.999", confirm("q"))
                .then("""
                        APPLIED r5, revision 3 -> 4
                          quote q CONFIRMED
                          link-garcom 0/0 -> 2/2
                          charge ADDITION link-garcom 2 x 1000 for 21/31 days = 1355
                        """);
    }

    @Test
    @Rule({"R8", "M1"})
    void aQuoteExpiresWithThePaidMonth() {
        Scenario late =
                Scenario.onPureCore().given("2026-03-31T09:00", register("link"), add("link-garcom", 2), cancel());
        late.whenMonthBegins("2026-04").then("""
                        MONTH 2026-04, revision 2 -> 3
                          quote r2 EXPIRED
                          link 1/1 -> 0/0
                          status ACTIVE -> INACTIVE
                          no longer cancelled
                        """);
    }

    @Test
    @Rule({"R8", "R4"})
    void openChargesStayOpenAndHaveToBeSettledBeforeItComesBack() {
        cancelled().givenMonth("2026-04").when("2026-04-02T09:00", reactivate()).thenRejected("OUTSTANDING_CHARGES");
        scenario.givenAllPaid("2026-04-02T10:00")
                .when("2026-04-02T11:00", reactivate())
                .thenLicenses("ACTIVE MANUAL to 2026-04, open 11600: link 1/1");
    }
}
