package dev.licenseflow.domain.rule;

import static dev.licenseflow.domain.fixture.RequestBuilder.add;
import static dev.licenseflow.domain.fixture.RequestBuilder.change;
import static dev.licenseflow.domain.fixture.RequestBuilder.register;
import static dev.licenseflow.domain.fixture.RequestBuilder.remove;
import static dev.licenseflow.domain.fixture.RequestBuilder.renew;
import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Reason;
import dev.licenseflow.domain.decision.Requester;
import dev.licenseflow.domain.fixture.RequestBuilder;
import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.fixture.Scenario;
import dev.licenseflow.domain.request.Channel;
import dev.licenseflow.domain.request.RenewalMethod;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who asks about whom, and from what they know (D2 to D6). */
class IdentityTest {

    private final Scenario scenario = Scenario.onPureCore();

    static List<RequestBuilder> everyCommandButRegistration() {
        return List.of(
                add("cloud", 1),
                RequestBuilder.confirm("q"),
                RequestBuilder.decline("q"),
                RequestBuilder.renewBy(RenewalMethod.MANAGED_BILLING),
                renew(),
                RequestBuilder.suspend(),
                RequestBuilder.resume(),
                RequestBuilder.reactivate());
    }

    @ParameterizedTest
    @MethodSource("everyCommandButRegistration")
    @Rule({"D2", "D5"})
    void anUnknownCustomerIsAllThatIsSaid(RequestBuilder command) {
        scenario.when("2026-03-02T09:00", command.expectingRevision(7).on(Channel.MANAGED_BILLING))
                .thenRejected("UNKNOWN_CUSTOMER")
                .thenFact("customerId", "c1");
    }

    @ParameterizedTest
    @MethodSource("everyCommandButRegistration")
    @Rule({"D2", "D5"})
    void aStrangerLearnsNothingElse(RequestBuilder command) {
        scenario.given("2026-03-02T09:00", register("link"))
                .when(
                        "2026-03-03T09:00",
                        command.partner("p2").expectingRevision(7).on(Channel.MANAGED_BILLING))
                .thenRejected("NOT_YOUR_CUSTOMER")
                .thenFact("customerId", "c1");
    }

    @ParameterizedTest
    @CsvSource({"p1", "p2"})
    @Rule({"D2", "D5"})
    void aCustomerIsRegisteredOnce(String partner) {
        scenario.given("2026-03-02T09:00", register("link"))
                .when(
                        "2026-03-03T09:00",
                        register("nada").with("nada", 0).partner(partner).expectingRevision(7))
                .thenRejected("ALREADY_REGISTERED")
                .thenFact("customerId", "c1");
    }

    @Test
    @Rule("D5")
    void aRefusedRegistrationLeavesTheCustomerUnknown() {
        scenario.when("2026-03-02T09:00", register("cloud")).thenRejected("NOT_A_SYSTEM cloud");
        scenario.when("2026-03-02T09:01", renew()).thenRejected("UNKNOWN_CUSTOMER");
    }

    @Test
    @Rule("D5")
    void aRegistrationBelongsToThePartnerThatSentIt() {
        scenario.given("2026-03-02T09:00", register("link").partner("p2").by("ana"))
                .when("2026-03-03T09:00", remove("link", 1).partner("p2"))
                .thenRejected("NOT_AN_ADD_ON link");
        assertThat(scenario.licenses("c1").partnerId()).isEqualTo("p2");
    }

    @Test
    @Rule("D4")
    void anExpectedRevisionThatIsNotTheCurrentOneIsAConflict() {
        scenario.given("2026-03-02T09:00", register("link"))
                .when("2026-03-03T09:00", add("cloud", 1).accepting(99_999).expectingRevision(2))
                .thenRejected("REVISION_CONFLICT")
                .thenFact("expectedRevision", "2")
                .thenFact("currentRevision", "1");
    }

    @Test
    @Rule("D4")
    void theCurrentRevisionIsNoConflict() {
        scenario.when("2026-03-02T09:00", register("link").expectingRevision(0)).then("""
                        APPLIED r1, revision 0 -> 1
                          registered by p1 with link, MANUAL, paid through 2026-03
                          link 0/0 -> 1/1
                          charge INITIAL link 1 x 12000 for 30/31 days = 11613
                        """);
        scenario.when(
                        "2026-03-03T09:00",
                        add("link-garcom", 1).accepting(99_999).expectingRevision(1))
                .then("""
                        APPLIED r2, revision 1 -> 2
                          link-garcom 0/0 -> 1/1
                          charge ADDITION link-garcom 1 x 1000 for 29/31 days = 935
                        """);
    }

    @Test
    @Rule("D4")
    void aRegistrationMayInsistOnRevisionZero() {
        scenario.when("2026-03-02T09:00", register("link").expectingRevision(1))
                .thenRejected("REVISION_CONFLICT")
                .thenFact("currentRevision", "0");
    }

    @Test
    @Rule({"D4", "M2"})
    void aMonthThatBeganSinceIsAConflict() {
        scenario.given("2026-03-30T09:00", register("link"))
                .when("2026-04-01T09:00", renew().expectingRevision(1))
                .then("""
                        MONTH 2026-04 at 2026-04-01T00:00, revision 1 -> 2
                          status ACTIVE -> EXPIRED
                        REJECTED r2, revision 2
                          because REVISION_CONFLICT
                          because OUTSTANDING_CHARGES
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "MANUAL,          CUSTOMERS,       true",
        "MANUAL,          MANUAL_RENEWAL,  true",
        "MANUAL,          MANAGED_BILLING, false",
        "MANAGED_BILLING, CUSTOMERS,       true",
        "MANAGED_BILLING, MANUAL_RENEWAL,  false",
        "MANAGED_BILLING, MANAGED_BILLING, true"
    })
    @Rule("D6")
    void aScreenIsForCustomersOfItsRenewalMethod(RenewalMethod method, Channel channel, boolean allowed) {
        scenario.given("2026-03-02T09:00", register("link").with("cloud", 1).renewing(method));
        Scenario.Step step =
                scenario.when("2026-03-03T09:00", remove("cloud", 1).on(channel));
        if (allowed) {
            step.then("""
                    APPLIED r2, revision 1 -> 2
                      cloud 1/1 -> 1/0 from 2026-04-01T00:00
                    """);
        } else {
            step.thenRejected("CHANNEL_NOT_ALLOWED")
                    .thenFact("channel", channel.name())
                    .thenFact("renewalMethod", method.name());
        }
    }

    @ParameterizedTest
    @CsvSource({"MANUAL, MANUAL_RENEWAL", "MANAGED_BILLING, MANAGED_BILLING"})
    @Rule("D6")
    void aRegistrationComesFromTheScreenCustomersOnly(RenewalMethod method, Channel channel) {
        scenario.when("2026-03-02T09:00", register("link").renewing(method).on(channel))
                .thenRejected("CHANNEL_NOT_ALLOWED")
                .thenFact("channel", channel.name())
                .thenFact("allowed", "CUSTOMERS");
    }

    @ParameterizedTest
    @MethodSource("everyCommandButRegistration")
    @Rule({"D2", "D4", "D6"})
    void revisionAndScreenAreJudgedForEveryCommand(RequestBuilder command) {
        scenario.given("2026-03-02T09:00", register("link"));
        List<Reason> reasons = scenario.when(
                        "2026-03-03T09:00", command.expectingRevision(9).on(Channel.MANAGED_BILLING))
                .answer()
                .decision()
                .reasons();
        assertThat(reasons.stream().map(reason -> reason.code().name()))
                .startsWith("REVISION_CONFLICT", "CHANNEL_NOT_ALLOWED");
    }

    @Test
    @Rule("D2")
    void everythingThatCanBeJudgedByItselfIsSaidAtOnceSortedByProduct() {
        scenario.given("2026-03-02T09:00", register("navi"), add("cloud", 1).accepting(99_999))
                .givenMonth("2026-05")
                .when(
                        "2026-05-05T09:00",
                        change().andAdd("tef", 1)
                                .andAdd("nao-existe", 1)
                                .andAdd("link", 1)
                                .andAdd("link-garcom", 51)
                                .andAdd("cloud", 2)
                                .andAdd("cloud", 5)
                                .expectingRevision(1)
                                .on(Channel.MANAGED_BILLING))
                .thenRejected(
                        "REVISION_CONFLICT",
                        "CHANNEL_NOT_ALLOWED",
                        "STATUS_FORBIDS",
                        "DUPLICATE_PRODUCT cloud",
                        "QUANTITY_OUT_OF_RANGE cloud",
                        "NOT_AN_ADD_ON link",
                        "NOT_ELIGIBLE_FOR_SYSTEM link-garcom",
                        "QUANTITY_OUT_OF_RANGE link-garcom",
                        "UNKNOWN_PRODUCT nao-existe",
                        "DEDICATED_FLOW tef");
    }

    @Test
    @Rule("D2")
    void aRegistrationSaysEverythingAtOnceToo() {
        scenario.when(
                        "2026-03-02T09:00",
                        register("cloud")
                                .with("link-movel", 0)
                                .with("link-garcom", 1)
                                .with("link-garcom", 1)
                                .with("nada", 1)
                                .expectingRevision(3)
                                .accepting(0)
                                .on(Channel.MANUAL_RENEWAL))
                .thenRejected(
                        "REVISION_CONFLICT",
                        "CHANNEL_NOT_ALLOWED",
                        "NOT_A_SYSTEM cloud",
                        "DUPLICATE_PRODUCT link-garcom",
                        "QUANTITY_OUT_OF_RANGE link-movel",
                        "UNKNOWN_PRODUCT nada");
    }

    @Test
    @Rule({"D2", "Q3", "K2"})
    void dependenciesComeBeforeTheAcceptedAmount() {
        scenario.when("2026-03-02T09:00", register("link").with("link-movel", 1).accepting(0))
                .thenRejected("DEPENDENCY_MISSING link-movel");
        scenario.when("2026-03-02T09:01", register("link").with("cloud", 1).accepting(0))
                .thenRejected("AMOUNT_ABOVE_ACCEPTED");
    }

    @Test
    @Rule({"D2", "K2"})
    void whatCanBeJudgedByItselfComesBeforeTheWhole() {
        scenario.when(
                        "2026-03-02T09:00",
                        register("link").with("link-movel", 1).with("tef", 1).accepting(0))
                .thenRejected("DEDICATED_FLOW tef");
    }

    @Test
    @Rule("L4")
    void theDecisionTellsWhoAskedForWhat() {
        scenario.given("2026-03-02T09:00", register("link").by("u-17"));
        Decision decision = scenario.when("2026-03-03T09:00", add("cloud", 1).by("u-17"))
                .answer()
                .decision();
        assertThat(decision.requester())
                .isEqualTo(new Requester(
                        "p1", Optional.of(Channel.CUSTOMERS), Optional.of("u-17"), Optional.of("ChangeLicenses")));
    }

    @Test
    @Rule("L4")
    void whatNoRequestAskedForIsToldToTheCustomersPartner() {
        Scenario registered =
                scenario.given("2026-03-02T09:00", register("link").partner("p7"));
        assertThat(registered
                        .whenAllPaid("2026-03-03T09:00")
                        .answer()
                        .decision()
                        .requester())
                .isEqualTo(Requester.none("p7"));
        assertThat(registered.whenMonthBegins("2026-04").answer().decision().requester())
                .isEqualTo(Requester.none("p7"));
    }
}
