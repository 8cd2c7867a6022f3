package dev.licenseflow.domain.rule;

import static dev.licenseflow.domain.fixture.RequestBuilder.add;
import static dev.licenseflow.domain.fixture.RequestBuilder.confirm;
import static dev.licenseflow.domain.fixture.RequestBuilder.register;
import static dev.licenseflow.domain.fixture.RequestBuilder.remove;
import static dev.licenseflow.domain.fixture.RequestBuilder.renew;
import static dev.licenseflow.domain.fixture.RequestBuilder.suspend;
import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.decision.Decided;
import dev.licenseflow.domain.fixture.PureCore;
import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.fixture.Scenario;
import dev.licenseflow.domain.fixture.ScenarioCatalog;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.domain.request.RenewalMethod;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose time counts, and what happens at each boundary of it (T1 to T3). */
class TimeTest {

    private final Scenario scenario = Scenario.onPureCore();

    @Test
    @Rule({"T1", "D9"})
    void theTimeGivenIsTheTimeUsed() {
        assertThat(scenario.when("2026-03-10T10:00:00.123", register("link"))
                        .answer()
                        .decision()
                        .decidedAt())
                .isEqualTo(Instant.parse("2026-03-10T13:00:00.123Z"));
    }

    @Test
    @Rule({"T1", "D1"})
    void aReplayGivesTheSameDecisions() {
        assertThat(someMonths().journalOf("c1")).isEqualTo(someMonths().journalOf("c1"));
    }

    private static PureCore someMonths() {
        PureCore core = PureCore.withScenarioCatalog();
        Scenario.on(core)
                .given("2026-03-10T10:00", register("link").with("cloud", 1).renewing(RenewalMethod.MANAGED_BILLING))
                .given("2026-03-11T10:00", add("link-garcom", 2), remove("cloud", 1), suspend())
                .givenAllPaid("2026-03-12T10:00")
                .givenMonth("2026-07");
        return core;
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T23:59:59.999, 2026-02-01T00:00, 2026-02",
        "2026-02-28T23:59:59.999, 2026-03-01T00:00, 2026-03",
        "2028-02-29T23:59:59.999, 2028-03-01T00:00, 2028-03",
        "2026-04-30T23:59:59.999, 2026-05-01T00:00, 2026-05",
        "2026-05-31T23:59:59.999, 2026-06-01T00:00, 2026-06",
        "2026-12-31T23:59:59.999, 2027-01-01T00:00, 2027-01"
    })
    @Rule({"T2", "M1", "M2"})
    void theMonthBeginsAtMidnightAndNotAMillisecondEarlier(String lastMoment, String boundary, String month) {
        scenario.given(lastMoment, register("link").with("cloud", 1))
                .when(lastMoment, remove("cloud", 1))
                .then("APPLIED r2, revision 1 -> 2\n  cloud 1/1 -> 1/0 from " + boundary + "\n");
        scenario.when(boundary, add("cloud", 1).accepting(99_999)).then("""
                       MONTH %s, revision 2 -> 3
                         cloud 1/0 -> 0/0
                         status ACTIVE -> EXPIRED
                       REJECTED r3, revision 3
                         because STATUS_FORBIDS
                       """.formatted(month));
    }

    @Test
    @Rule({"T2", "G2"})
    void theMonthOfAClockChangeIsChargedByItsDays() {
        // On 4 November 2018 the clocks in São Paulo went from 24:00 of the day before straight to 01:00.
        Scenario summer = Scenario.onPureCore(BusinessCalendar.SAO_PAULO);
        summer.when("2018-11-03T23:59:59.999", register("link")).then("""
                        APPLIED r1, revision 0 -> 1
                          registered by p1 with link, MANUAL, paid through 2018-11
                          link 0/0 -> 1/1
                          charge INITIAL link 1 x 12000 for 28/30 days = 11200
                        """);
        summer.when("2018-11-04T01:00", register("link").customer("c2")).then("""
                        APPLIED r2, revision 0 -> 1
                          registered by p1 with link, MANUAL, paid through 2018-11
                          link 0/0 -> 1/1
                          charge INITIAL link 1 x 12000 for 27/30 days = 10800
                        """);
        assertThat(Duration.between(summer.instant("2018-11-03T23:59:59.999"), summer.instant("2018-11-04T01:00")))
                .isEqualTo(Duration.ofMillis(1));
    }

    @ParameterizedTest
    @CsvSource({
        // Asked two days before the day without a midnight: the quote ends when that day's eve does.
        "2017-10-12T09:00, 2017-10-15T01:00",
        "2017-10-13T09:00, 2017-10-16T00:00",
        "2018-11-01T09:00, 2018-11-04T01:00",
        "2018-11-02T09:00, 2018-11-05T00:00"
    })
    @Rule({"T2", "K1", "K3"})
    void aQuoteMayEndAtAMidnightThatDoesNotExist(String at, String validUntil) {
        Scenario summer = Scenario.onPureCore(BusinessCalendar.SAO_PAULO)
                .given(at, register("link"), add("link-garcom", 1).id("q"));
        Instant end = summer.instant(validUntil);
        assertThat(summer.when(at, add("link-garcom", 1).id("q2"))
                        .answer()
                        .decision()
                        .quote()
                        .orElseThrow()
                        .validUntil())
                .isEqualTo(end);
        summer.when(validUntil, confirm("q2")).thenRejected("QUOTE_EXPIRED");
    }

    @Test
    @Rule({"T2", "M3"})
    void aMonthMayBeginAtAMidnightThatDoesNotExist() {
        // On 1 October 2017 and again in later years, the clocks in Asunción went from 24:00 straight to 01:00.
        Scenario asuncion = Scenario.onPureCore(new BusinessCalendar(ZoneId.of("America/Asuncion")));
        assertThat(asuncion.instant("2017-10-01T01:00")).isEqualTo(Instant.parse("2017-10-01T04:00:00Z"));
        asuncion.given("2017-09-30T23:59:59.999", register("link").with("cloud", 1))
                .given("2017-09-30T23:59:59.999", remove("cloud", 1));
        asuncion.when("2017-10-01T01:00", renew()).then("""
                        MONTH 2017-10, revision 2 -> 3
                          cloud 1/0 -> 0/0
                          status ACTIVE -> EXPIRED
                        REJECTED r3, revision 3
                          because OUTSTANDING_CHARGES
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "Pacific/Kiritimati, 2026-03-31T10:00:00Z, 30",
        "UTC,                2026-03-31T10:00:00Z, 1",
        "UTC,                2026-04-01T00:00:00Z, 30",
        "Pacific/Pago_Pago,  2026-04-01T10:59:59.999Z, 1",
        "Pacific/Pago_Pago,  2026-04-01T11:00:00Z, 30",
        "America/Sao_Paulo,  2026-04-01T02:59:59.999Z, 1",
        "America/Sao_Paulo,  2026-04-01T03:00:00Z, 30"
    })
    @Rule({"T2", "G2"})
    void theBusinessZoneSaysWhichDayItIs(String zone, Instant at, int daysCharged) {
        PureCore core = new PureCore(new BusinessCalendar(ZoneId.of(zone)));
        core.publish(ScenarioCatalog.FIRST, ScenarioCatalog.SINCE);
        List<Charge> charges =
                core.request(register("link").build("r1"), at).get(0).charges();
        assertThat(charges.get(0).line().daysCharged()).isEqualTo(daysCharged);
    }

    @Test
    @Rule({"T3", "M2"})
    void aRequestFromBeforeTheBoundaryThatComesBeforeItsCloseIsDecidedAsOfBefore() {
        scenario.given("2026-03-10T09:00", register("link").with("cloud", 1))
                .when("2026-03-31T23:59:59.999", remove("cloud", 1))
                .then("""
                        APPLIED r2, revision 1 -> 2
                          cloud 1/1 -> 1/0 from 2026-04-01T00:00
                        """);
    }

    @Test
    @Rule({"T1", "M2"})
    void aTimeBeforeTheMonthOfTheLicensesCountsAsItsBegin() {
        scenario.given("2026-03-10T09:00", register("link").renewing(RenewalMethod.MANAGED_BILLING))
                .givenAllPaid("2026-03-11T09:00")
                .givenMonth("2026-04")
                .when("2026-03-31T23:59:59.998", add("link-garcom", 1).accepting(99_999))
                .then("""
                        APPLIED r2 at 2026-04-01T00:00, revision 3 -> 4
                          link-garcom 0/0 -> 1/1
                          charge ADDITION link-garcom 1 x 1000 for 30/30 days = 1000
                        """);
        scenario.whenAllPaid("2026-03-31T23:59:59.999").then("""
                        APPLIED s2 at 2026-04-01T00:00, revision 4 -> 5
                          settled c1:2026-04:link PAID 12000
                          settled c1:2026-04:p1:r2:link-garcom PAID 1000
                        """);
    }

    @Test
    @Rule({"D3", "T1"})
    void aReusedIdFromBeforeTheMonthCountsAsItsBeginToo() {
        Decided reused = scenario.given("2026-03-10T09:00", register("link"))
                .givenMonth("2026-04")
                .when("2026-03-31T09:00", renew().id("r1"))
                .thenRejected("REQUEST_ID_REUSED")
                .answer();
        assertThat(reused.decision().decidedAt()).isEqualTo(scenario.instant("2026-04-01T00:00"));
    }
}
