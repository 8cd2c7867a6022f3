package dev.licenseflow.domain.rule;

import static dev.licenseflow.domain.fixture.RequestBuilder.add;
import static dev.licenseflow.domain.fixture.RequestBuilder.adjust;
import static dev.licenseflow.domain.fixture.RequestBuilder.cancel;
import static dev.licenseflow.domain.fixture.RequestBuilder.change;
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
import static dev.licenseflow.domain.fixture.RequestBuilder.set;
import static dev.licenseflow.domain.fixture.RequestBuilder.suspend;
import static dev.licenseflow.domain.fixture.RequestBuilder.transferTo;
import static dev.licenseflow.domain.fixture.RequestBuilder.unscheduleRenewal;
import static dev.licenseflow.domain.fixture.RequestBuilder.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.licenseflow.domain.decision.Decided;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Outcome;
import dev.licenseflow.domain.fixture.RequestBuilder;
import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.fixture.Scenario;
import dev.licenseflow.domain.request.Channel;
import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.ContentDigest;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.domain.request.SettlementFacts;
import dev.licenseflow.domain.request.SettlementOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same id again (D3). */
@Rule("D3")
class IdempotencyTest {

    private final Scenario scenario =
            Scenario.onPureCore().given("2026-03-02T09:00", register("link").id("x"));

    @Test
    void theSameRequestRepeatsTheFirstDecisionAndChangesNothing() {
        scenario.given("2026-03-03T09:00", add("link-garcom", 1).accepting(99_999))
                .when("2026-03-04T09:00", register("link").id("x"))
                .then("""
                        APPLIED x again at 2026-03-02T09:00, revision 0 -> 1
                          registered by p1 with link, MANUAL, paid through 2026-03
                          link 0/0 -> 1/1
                          charged before: c1:2026-03:p1:x:link
                        """)
                .thenLicenses("ACTIVE MANUAL to 2026-03, open 12548: link 1/1, link-garcom 1/1");
    }

    @Test
    void aRepetitionIsTheFirstDecisionInEverythingButTheMark() {
        Decision first = scenario.when("2026-03-03T09:00", add("link-garcom", 1).id("y"))
                .answer()
                .decision();
        Decision again = scenario.when("2026-03-04T09:00", add("link-garcom", 1).id("y"))
                .answer()
                .decision();
        assertThat(again.duplicate()).isTrue();
        assertThat(again.decisionId()).isNotEqualTo(first.decisionId());
        assertThat(again)
                .usingRecursiveComparison()
                .ignoringFields("duplicate", "decisionId")
                .isEqualTo(first);
    }

    @Test
    void aRefusalIsRepeatedEvenIfItWouldBePossibleNow() {
        scenario.when("2026-03-03T09:00", add("link-movel", 1).accepting(99_999).id("y"))
                .thenRejected("DEPENDENCY_MISSING link-movel");
        scenario.given("2026-03-03T10:00", add("cloud", 1).accepting(99_999))
                .when("2026-03-04T09:00", add("link-movel", 1).accepting(99_999).id("y"))
                .then("""
                        REJECTED y again at 2026-03-03T09:00, revision 1
                          because DEPENDENCY_MISSING link-movel
                        """);
    }

    @Test
    void anotherContentUnderTheSameIdIsRefusedAndTheFirstDecisionStands() {
        scenario.when("2026-03-03T09:00", register("navi").id("x"))
                .thenRejected("REQUEST_ID_REUSED")
                .thenFact("id", "x");
        scenario.when("2026-03-03T09:01", register("navi").id("x")).thenRejected("REQUEST_ID_REUSED");
        scenario.when("2026-03-03T09:02", register("link").id("x")).then("""
                        APPLIED x again at 2026-03-02T09:00, revision 0 -> 1
                          registered by p1 with link, MANUAL, paid through 2026-03
                          link 0/0 -> 1/1
                          charged before: c1:2026-03:p1:x:link
                        """);
    }

    @Test
    void anIdIsRememberedForExactly35Days() {
        Decision first = scenario.given("2026-03-02T09:00", suspend(), resume())
                .when("2026-03-02T09:00", suspend().id("y"))
                .answer()
                .decision();
        assertThat(first.revisionAfter()).isEqualTo(4);
        Decision again =
                scenario.when("2026-04-06T09:00", suspend().id("y")).answer().decision();
        assertThat(again).isEqualTo(first.repeated(again.decisionId()));
        scenario.when("2026-04-06T09:00:00.001", suspend().id("y")).thenRejected("STATUS_FORBIDS");
    }

    @Test
    void theDaysAreCountedFromTheFirstDecisionNotFromItsRepetitions() {
        scenario.given("2026-03-03T09:00", suspend().id("y"))
                .given("2026-03-20T09:00", suspend().id("y"))
                .when("2026-04-07T09:00:00.001", suspend().id("y"))
                .thenRejected("STATUS_FORBIDS");
    }

    @Test
    void anotherCustomerOrAnotherPartnerMayUseTheSameId() {
        scenario.when("2026-03-03T09:00", register("navi").id("x").customer("c2"))
                .thenLicenses("ACTIVE MANUAL to 2026-03, open 5613: navi 1/1");
        scenario.when("2026-03-03T09:01", register("link").id("x").partner("p2"))
                .thenRejected("ALREADY_REGISTERED");
    }

    @Test
    @Rule({"D3", "M2"})
    void aRepetitionInALaterMonthComesAfterTheMonthClose() {
        scenario.when("2026-04-01T00:00", register("link").id("x")).then("""
                        MONTH 2026-04, revision 1 -> 2
                          status ACTIVE -> EXPIRED
                        APPLIED x again at 2026-03-02T09:00, revision 0 -> 1
                          registered by p1 with link, MANUAL, paid through 2026-03
                          link 0/0 -> 1/1
                          charged before: c1:2026-03:p1:x:link
                        """);
    }

    @Test
    @Rule({"D3", "G4"})
    void theSameSettlementRepeatsTheFirstDecision() {
        Settlement settlement = settlement("s", SettlementOutcome.PAID, "c1:2026-03:p1:x:link");
        scenario.whenSettled("2026-03-03T09:00", settlement).then("""
                        APPLIED s, revision 1 -> 2
                          settled c1:2026-03:p1:x:link PAID 11613
                        """);
        scenario.whenSettled("2026-03-04T09:00", settlement).then("""
                        APPLIED s again at 2026-03-03T09:00, revision 1 -> 2
                          settled c1:2026-03:p1:x:link PAID 11613
                        """);
        scenario.whenSettled("2026-03-04T09:01", settlement("s", SettlementOutcome.WAIVED, "c1:2026-03:p1:x:link"))
                .thenRejected("REQUEST_ID_REUSED")
                .thenFact("id", "s");
    }

    @Test
    @Rule({"D3", "G4"})
    void aRenewingSettlementRenewsOnce() {
        Scenario managed = Scenario.onPureCore()
                .given("2026-03-02T09:00", register("link").renewing(RenewalMethod.MANAGED_BILLING))
                .givenMonth("2026-04");
        Settlement settlement = settlement("s", SettlementOutcome.PAID, "c1:2026-03:p1:r1:link");
        managed.whenSettled("2026-04-03T09:00", settlement);
        managed.whenSettled("2026-04-03T09:01", settlement)
                .then("""
                        APPLIED s again at 2026-04-03T09:00, revision 2 -> 3
                          settled c1:2026-03:p1:r1:link PAID 11613
                          paid through 2026-03 -> 2026-04
                          status EXPIRED -> ACTIVE
                          charged before: c1:2026-04:link
                        """)
                .thenLicenses("ACTIVE MANAGED_BILLING to 2026-04, open 12000: link 1/1");
    }

    @Test
    @Rule({"D3", "G4"})
    void aRequestAndASettlementMayHaveTheSameId() {
        scenario.whenSettled("2026-03-03T09:00", settlement("x", SettlementOutcome.PAID, "c1:2026-03:p1:x:link"))
                .thenLicenses("ACTIVE MANUAL to 2026-03, open 0: link 1/1");
    }

    static Stream<RequestBuilder> differentContents() {
        return Stream.of(
                register("link"),
                register("navi"),
                register("link").renewing(RenewalMethod.MANAGED_BILLING),
                register("link").with("cloud", 1),
                register("link").with("cloud", 2),
                register("link").with("cloud", 1).with("link-garcom", 1),
                register("link").with("link-garcom", 1).with("cloud", 1),
                register("link").customer("c2"),
                register("link").partner("p2"),
                register("link").on(Channel.MANUAL_RENEWAL),
                register("link").by("ana"),
                register("link").by(""),
                register("link").expectingRevision(0),
                register("link").expectingRevision(1),
                register("link").accepting(0),
                register("link").accepting(1),
                register("link").id("other"),
                reactivate(),
                reactivate().with("cloud", 1),
                change(),
                add("cloud", 1),
                add("cloud", 2),
                remove("cloud", 1),
                set("cloud", 1),
                add("cloud", 1).andAdd("link-garcom", 1),
                add("link-garcom", 1).andAdd("cloud", 1),
                confirm("q"),
                confirm("q2"),
                decline("q"),
                renewBy(RenewalMethod.MANUAL),
                renewBy(RenewalMethod.MANAGED_BILLING),
                renew(),
                suspend(),
                resume(),
                reactivate().withSystem("link"),
                reactivate().withSystem("navi"),
                reactivate().withSystem(""),
                changeSystem("link"),
                changeSystem("navi"),
                changeSystem("link").andAdd("cloud", 1),
                changeSystem("link").andAdd("cloud", 2),
                changeSystem("link").andRemove("cloud", 1),
                changeSystem("link").andAdd("cloud", 1).andAdd("link-garcom", 1),
                scheduleRenewal(),
                unscheduleRenewal(),
                cancel(),
                withdraw(),
                transferTo("p2"),
                transferTo("p3"),
                adjust("c", 1),
                adjust("c", 2),
                adjust("d", 1),
                RequestBuilder.of(new Command.AdjustCharge("c", 1, "engano")).fromBackOffice(),
                issue("link", 1),
                issue("link", 2),
                issue("navi", 1),
                RequestBuilder.of(new Command.IssueCharge("link", 1, "engano", Optional.empty()))
                        .fromBackOffice(),
                RequestBuilder.of(new Command.IssueCharge("link", 1, "devolvido", Optional.of("")))
                        .fromBackOffice(),
                RequestBuilder.of(new Command.IssueCharge("link", 1, "devolvido", Optional.of("c")))
                        .fromBackOffice(),
                suspend().fromBackOffice());
    }

    static Stream<Arguments> repeatedAndAltered() {
        return Stream.of(
                arguments(
                        changeSystem("navi").accepting(99_999),
                        changeSystem("navi").accepting(99_998)),
                arguments(scheduleRenewal(), unscheduleRenewal()),
                arguments(cancel(), withdraw()),
                arguments(transferTo("p2"), transferTo("p3")),
                arguments(adjust("c1:2026-03:p1:x:link", 5), adjust("c1:2026-03:p1:x:link", 4)),
                arguments(issue("link", 5), issue("link", 6)));
    }

    /** What it did is done once, and what the altered request asks for is not done at all. */
    @ParameterizedTest
    @MethodSource("repeatedAndAltered")
    @Rule({"D3", "D10", "G5", "G6", "Q7", "R7", "R8", "R9"})
    void everyCommandIsDoneOnce(RequestBuilder request, RequestBuilder altered) {
        Decided first = scenario.when("2026-03-03T09:00", request.id("y")).answer();
        assertThat(first.decision().outcome()).isEqualTo(Outcome.APPLIED);
        Decided again = scenario.when("2026-03-03T10:00", request.id("y")).answer();
        assertThat(again.decision())
                .isEqualTo(first.decision().repeated(again.decision().decisionId()));
        assertThat(again.charges()).isEmpty();
        assertThat(scenario.licenses("c1")).isEqualTo(first.after());
        scenario.when("2026-03-03T11:00", altered.id("y")).thenRejected("REQUEST_ID_REUSED");
    }

    @Test
    @Rule({"D3", "R8"})
    void aRepetitionIsAnsweredWhateverHappenedSince() {
        scenario.given("2026-03-03T09:00", cancel().id("y")).given("2026-03-03T10:00", withdraw());
        scenario.when("2026-03-03T11:00", cancel().id("y")).then("""
                        APPLIED y again at 2026-03-03T09:00, revision 1 -> 2
                          cancelled
                        """);
        assertThat(scenario.licenses("c1").cancelled()).isFalse();
    }

    /** They are for the record, and say nothing of what is settled. */
    @Test
    @Rule({"D3", "G4", "G7"})
    void theFactsOfASettlementAreNoContentAndChangeNothing() {
        SettlementFacts facts = new SettlementFacts(
                Optional.of(Instant.EPOCH),
                OptionalLong.of(1),
                Optional.of("pix"),
                Optional.of("ref"),
                Optional.of("ana"),
                Optional.of("erro"));
        List<String> charges = List.of("c1:2026-03:p1:x:link");
        scenario.whenSettled("2026-03-03T09:00", new Settlement("s", "c1", charges, SettlementOutcome.WAIVED, facts))
                .then("""
                        APPLIED s, revision 1 -> 2
                          settled c1:2026-03:p1:x:link WAIVED 11613
                        """);
        scenario.whenSettled("2026-03-03T10:00", new Settlement("s", "c1", charges, SettlementOutcome.WAIVED))
                .then("""
                        APPLIED s again at 2026-03-03T09:00, revision 1 -> 2
                          settled c1:2026-03:p1:x:link WAIVED 11613
                        """);
    }

    @Test
    void everyFieldOfARequestIsContent() {
        List<String> digests = differentContents()
                .map(request -> ContentDigest.of(request.build("r")))
                .toList();
        assertThat(digests).doesNotHaveDuplicates().allMatch(digest -> digest.length() == 43);
    }

    @ParameterizedTest
    @MethodSource("differentContents")
    void theSameContentHasTheSameDigest(RequestBuilder request) {
        Request once = request.build("r");
        assertThat(ContentDigest.of(request.build("r"))).isEqualTo(ContentDigest.of(once));
    }

    @Test
    void aDigestIsTheSameInEveryVersion() {
        assertThat(ContentDigest.of(register("link")
                        .with("cloud", 1)
                        .by("ana")
                        .expectingRevision(0)
                        .accepting(5)
                        .build("r")))
                .isEqualTo("vsVHhbstSXaBecHzcwMg9oq0vXuzNpnH6er2xe6z_1I");
        assertThat(ContentDigest.of(settlement("s", SettlementOutcome.PAID, "a", "b")))
                .isEqualTo("QGNiVclACoCvQ1iQOoG4xa09oG16SBGwD52dqLWjtzA");
    }

    @Test
    @Rule({"D3", "G4"})
    void everyFieldOfASettlementIsContent() {
        assertThat(Stream.of(
                                settlement("s", SettlementOutcome.PAID),
                                settlement("s2", SettlementOutcome.PAID),
                                settlement("s", SettlementOutcome.WAIVED),
                                settlement("s", SettlementOutcome.PAID, "a"),
                                settlement("s", SettlementOutcome.PAID, "b"),
                                settlement("s", SettlementOutcome.PAID, "a", "b"),
                                settlement("s", SettlementOutcome.PAID, "b", "a"),
                                settlement("s", SettlementOutcome.PAID, "ab"),
                                new Settlement("s", "c2", List.of(), SettlementOutcome.PAID))
                        .map(ContentDigest::of))
                .doesNotHaveDuplicates();
    }

    private static Settlement settlement(String id, SettlementOutcome outcome, String... chargeIds) {
        return new Settlement(id, "c1", List.of(chargeIds), outcome);
    }
}
