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
import static dev.licenseflow.domain.fixture.RequestBuilder.renew;
import static dev.licenseflow.domain.fixture.RequestBuilder.renewBy;
import static dev.licenseflow.domain.fixture.RequestBuilder.scheduleRenewal;
import static dev.licenseflow.domain.fixture.RequestBuilder.suspend;
import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.charge.ChargeKind;
import dev.licenseflow.domain.charge.ChargeLine;
import dev.licenseflow.domain.decision.Decided;
import dev.licenseflow.domain.decision.Requester;
import dev.licenseflow.domain.fixture.RequestBuilder;
import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.fixture.Scenario;
import dev.licenseflow.domain.request.Channel;
import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.domain.request.SettlementOutcome;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the vendor's back office may do, on its own topic and channel (D10, G5, G6). */
class BackOfficeTest {

    private static final String LINK = "c1:2026-03:p1:r1:link";

    private final Scenario scenario = Scenario.onPureCore().given("2026-03-10T09:00", register("link"));

    @Test
    @Rule("D10")
    void itMayConcernAnyCustomerForNoPartner() {
        scenario.when("2026-03-11T09:00", suspend().fromBackOffice()).then("""
                        APPLIED r2, revision 1 -> 2
                          status ACTIVE -> SUSPENDED
                        """);
        scenario.given("2026-03-11T09:00", register("navi").customer("c2").partner("p2"))
                .given("2026-03-11T10:00", suspend().fromBackOffice().customer("c2"));
    }

    static Stream<RequestBuilder> everyOtherCommand() {
        return Stream.of(
                add("link-garcom", 1),
                changeSystem("navi"),
                cancel(),
                scheduleRenewal(),
                renewBy(RenewalMethod.MANAGED_BILLING),
                suspend(),
                decline("q"),
                confirm("q"));
    }

    @ParameterizedTest
    @MethodSource("everyOtherCommand")
    @Rule("D10")
    void partnersCommandsMayBeGivenThereToo(RequestBuilder request) {
        scenario.given("2026-03-11T09:00", add("link-garcom", 2).id("q"))
                .given("2026-03-11T10:00", request.fromBackOffice());
    }

    @Test
    @Rule({"D10", "D6"})
    void aRegistrationMayNot() {
        scenario.when("2026-03-11T09:00", register("link").customer("c2").fromBackOffice())
                .thenRejected("CHANNEL_NOT_ALLOWED");
        scenario.when("2026-03-11T09:00", register("link").fromBackOffice()).thenRejected("ALREADY_REGISTERED");
    }

    @ParameterizedTest
    @EnumSource(
            value = Channel.class,
            names = {"CUSTOMERS", "MANUAL_RENEWAL", "MANAGED_BILLING", "API"})
    @Rule({"D10", "D6"})
    void partnersChannelsAreRefusedOnItsTopic(Channel channel) {
        scenario.when(
                        "2026-03-11T09:00",
                        suspend().fromBackOffice().partner("p1").on(channel))
                .thenRejected("CHANNEL_NOT_ALLOWED")
                .thenFact("channel", channel.name());
    }

    @Test
    @Rule({"D10", "D6"})
    void itsChannelIsRefusedOnPartnersTopic() {
        scenario.when("2026-03-11T09:00", suspend().on(Channel.BACK_OFFICE)).thenRejected("CHANNEL_NOT_ALLOWED");
        scenario.when("2026-03-11T09:00", suspend().partner("p2").on(Channel.BACK_OFFICE))
                .thenRejected("NOT_YOUR_CUSTOMER");
        scenario.when("2026-03-11T09:00", suspend().partner("").on(Channel.BACK_OFFICE))
                .thenRejected("NOT_YOUR_CUSTOMER");
        scenario.when("2026-03-11T09:00", register("link").customer("c2").on(Channel.BACK_OFFICE))
                .thenRejected("CHANNEL_NOT_ALLOWED");
    }

    static Stream<Command> itsOwnCommands() {
        return Stream.of(
                new Command.TransferCustomer("p2"),
                new Command.AdjustCharge(LINK, 1, "erro"),
                new Command.IssueCharge("link", 1, "devolvido", Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("itsOwnCommands")
    @Rule({"D10", "D6"})
    void itsOwnCommandsAreRefusedOnPartnersTopic(Command command) {
        for (Channel channel : Channel.values()) {
            scenario.when("2026-03-11T09:00", RequestBuilder.of(command).on(channel))
                    .thenRejected("CHANNEL_NOT_ALLOWED");
        }
        scenario.given("2026-03-11T09:00", RequestBuilder.of(command).fromBackOffice());
    }

    @Test
    @Rule({"D10", "D4", "D5"})
    void theOtherRulesOfRequestsHold() {
        scenario.when("2026-03-11T09:00", issue("link", 1).customer("c2")).thenRejected("UNKNOWN_CUSTOMER");
        scenario.when("2026-03-11T09:00", issue("link", 0).expectingRevision(7))
                .thenRejected("REVISION_CONFLICT", "AMOUNT_NOT_POSITIVE");
        scenario.when("2026-03-11T09:00", suspend().fromBackOffice().expectingRevision(1))
                .thenLicenses("SUSPENDED MANUAL to 2026-03, open 8516: link 1/1");
    }

    @Test
    @Rule({"D10", "D3"})
    void theSameIdAgainRepeatsTheDecision() {
        scenario.given("2026-03-11T09:00", issue("link", 700).id("b"));
        scenario.when("2026-03-11T10:00", issue("link", 700).id("b"))
                .then("""
                        APPLIED b again at 2026-03-11T09:00, revision 1 -> 2
                          charged before: c1:2026-03::b:link
                        """)
                .thenLicenses("ACTIVE MANUAL to 2026-03, open 9216: link 1/1");
        scenario.when("2026-03-11T10:00", issue("link", 701).id("b")).thenRejected("REQUEST_ID_REUSED");
    }

    @Test
    @Rule("L4")
    void aDecisionNamesWhoAskedForWhat() {
        Decided byPartner = scenario.when(
                        "2026-03-11T09:00", suspend().by("ana").on(Channel.MANUAL_RENEWAL))
                .answer();
        assertThat(byPartner.decision().requester())
                .isEqualTo(new Requester(
                        "p1", Optional.of(Channel.MANUAL_RENEWAL), Optional.of("ana"), Optional.of("Suspend")));
        Decided byBackOffice =
                scenario.when("2026-03-11T10:00", issue("link", 1).by("rui")).answer();
        assertThat(byBackOffice.decision().requester())
                .isEqualTo(new Requester(
                        "p1", Optional.of(Channel.BACK_OFFICE), Optional.of("rui"), Optional.of("IssueCharge")));
        assertThat(scenario.whenAllPaid("2026-03-11T11:00").answer().decision().requester())
                .isEqualTo(Requester.none("p1"));
    }

    /** It is free text, in which a name may stand. */
    @Test
    @Rule("L3")
    void theReasonGivenInWordsIsNotRepeated() {
        for (Command command : List.of(
                new Command.AdjustCharge(LINK, 5, "Maria da Silva"),
                new Command.AdjustCharge(LINK, 5, "Maria da Silva pediu"),
                new Command.IssueCharge("link", 5, "Maria da Silva", Optional.empty()))) {
            assertThat(scenario.when(
                                    "2026-03-11T09:00",
                                    RequestBuilder.of(command).fromBackOffice())
                            .answer()
                            .toString())
                    .doesNotContain("Maria");
        }
    }

    @Test
    @Rule("G5")
    void anAdjustmentLowersAnOpenChargeAndSaysSoWithACredit() {
        Charge credit = scenario.when("2026-03-11T09:00", adjust(LINK, 8_000))
                .then("""
                        APPLIED r2, revision 1 -> 2
                          lowered c1:2026-03:p1:r1:link 8516 -> 8000 by c1:2026-03::r2:link
                        """)
                .thenLicenses("ACTIVE MANUAL to 2026-03, open 8000: link 1/1")
                .answer()
                .charges()
                .get(0);
        assertThat(credit.kind()).isEqualTo(ChargeKind.CREDIT);
        assertThat(credit.line()).isEqualTo(new ChargeLine("link", 0, 0, 0, 31, -516));
        assertThat(credit.corrects()).contains(LINK);
        assertThat(credit.month()).isEqualTo(YearMonth.of(2026, 3));
        scenario.whenAllPaid("2026-03-12T09:00").then("""
                        APPLIED s1, revision 2 -> 3
                          settled c1:2026-03:p1:r1:link PAID 8000
                        """);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 8_516, 8_517, Long.MIN_VALUE, Long.MAX_VALUE})
    @Rule("G5")
    void itHasToBeZeroOrMoreAndLessThanNow(long amountCents) {
        scenario.when("2026-03-11T09:00", adjust(LINK, amountCents))
                .thenRejected("AMOUNT_NOT_LOWER")
                .thenFact("currentCents", "8516");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 8_515})
    @Rule("G5")
    void anythingFromZeroToLessThanNowIsPossible(long amountCents) {
        scenario.when("2026-03-11T09:00", adjust(LINK, amountCents))
                .thenLicenses("ACTIVE MANUAL to 2026-03, open " + amountCents + ": link 1/1");
    }

    @Test
    @Rule("G5")
    void itIsJudgedByWhatTheChargeIsNow() {
        scenario.given("2026-03-11T09:00", adjust(LINK, 5_000))
                .when("2026-03-11T10:00", adjust(LINK, 5_000))
                .thenRejected("AMOUNT_NOT_LOWER");
        scenario.when("2026-03-11T11:00", adjust(LINK, 4_999)).then("""
                        APPLIED r4, revision 2 -> 3
                          lowered c1:2026-03:p1:r1:link 5000 -> 4999 by c1:2026-03::r4:link
                        """);
    }

    @Test
    @Rule("G5")
    void whatIsNotOpenCannotBeLowered() {
        scenario.when("2026-03-11T09:00", adjust("nada", 1)).thenRejected("CHARGE_NOT_OPEN");
        scenario.givenAllPaid("2026-03-11T10:00")
                .when("2026-03-11T11:00", adjust(LINK, 1))
                .thenRejected("CHARGE_NOT_OPEN")
                .thenFact("chargeId", LINK);
    }

    @Test
    @Rule("G5")
    void atNothingItIsSettledAsWaived() {
        scenario.when("2026-03-11T09:00", adjust(LINK, 0)).then("""
                        APPLIED r2, revision 1 -> 2
                          lowered c1:2026-03:p1:r1:link 8516 -> 0 by c1:2026-03::r2:link
                          settled c1:2026-03:p1:r1:link WAIVED 0
                        """);
        scenario.whenSettled("2026-03-11T10:00", SettlementOutcome.PAID, LINK).thenRejected("CHARGE_NOT_OPEN");
    }

    @Test
    @Rule({"G5", "R2"})
    void atNothingTheLastOpenChargeBringsTheRenewal() {
        Scenario managed = Scenario.onPureCore()
                .given("2026-03-10T09:00", register("link").with("cloud", 1).renewing(RenewalMethod.MANAGED_BILLING))
                .givenMonth("2026-04");
        managed.when("2026-04-02T09:00", adjust(LINK, 0)).then("""
                        APPLIED r2, revision 2 -> 3
                          lowered c1:2026-03:p1:r1:link 8516 -> 0 by c1:2026-04::r2:link
                          settled c1:2026-03:p1:r1:link WAIVED 0
                        """);
        managed.when("2026-04-02T10:00", adjust("c1:2026-03:p1:r1:cloud", 0)).then("""
                        APPLIED r3, revision 3 -> 4
                          lowered c1:2026-03:p1:r1:cloud 2129 -> 0 by c1:2026-04::r3:cloud
                          settled c1:2026-03:p1:r1:cloud WAIVED 0
                          paid through 2026-03 -> 2026-04
                          status EXPIRED -> ACTIVE
                          charge RENEWAL cloud 1 x 3000 for 30/30 days = 3000
                          charge RENEWAL link 1 x 12000 for 30/30 days = 12000
                        """);
    }

    @Test
    @Rule("G6")
    void aChargeIsIssuedWithItsAmount() {
        Charge issued = scenario.when(
                        "2026-03-11T09:00",
                        RequestBuilder.of(new Command.IssueCharge("tef", 1, "devolvido", Optional.of("earlier")))
                                .fromBackOffice())
                .then("""
                        APPLIED r2, revision 1 -> 2
                          charge CORRECTION tef 0 x 0 for 0/31 days = 1
                        """)
                .answer()
                .charges()
                .get(0);
        assertThat(issued.corrects()).contains("earlier");
        assertThat(issued.month()).isEqualTo(YearMonth.of(2026, 3));
        assertThat(issued.dueBy()).isEqualTo(LocalDate.of(2026, 3, 31));
        assertThat(issued.periodFrom()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    @Rule("G6")
    void itsAmountIsAboveZero(long amountCents) {
        scenario.when("2026-03-11T09:00", issue("link", amountCents)).thenRejected("AMOUNT_NOT_POSITIVE");
        scenario.when("2026-03-11T09:00", issue("nada", amountCents))
                .thenRejected("UNKNOWN_PRODUCT nada", "AMOUNT_NOT_POSITIVE");
    }

    @Test
    @Rule({"G6", "R3", "G4"})
    void itIsOpenLikeAnyChargeAndHindersTheRenewal() {
        scenario.givenAllPaid("2026-03-11T09:00").given("2026-03-11T10:00", issue("link", 700));
        scenario.givenMonth("2026-04")
                .when("2026-04-02T09:00", renew())
                .thenRejected("OUTSTANDING_CHARGES")
                .thenFact("totalCents", "700");
        scenario.givenAllPaid("2026-04-02T10:00").given("2026-04-02T11:00", renew());
    }

    @Test
    @Rule({"G6", "R3"})
    void ofTheCurrentMonthItDoesNotHinderIt() {
        scenario.givenAllPaid("2026-03-11T09:00")
                .givenMonth("2026-04")
                .given("2026-04-02T09:00", issue("link", 700))
                .given("2026-04-02T10:00", renew());
    }

    @Test
    @Rule({"G5", "G6", "R4"})
    void anInactiveCustomersChargesAreLoweredAndIssuedToo() {
        scenario.givenMonth("2026-05").given("2026-05-02T09:00", issue("link", 300), adjust(LINK, 0));
        scenario.when("2026-05-02T10:00", reactivate())
                .thenRejected("OUTSTANDING_CHARGES")
                .thenFact("totalCents", "300");
        scenario.given("2026-05-02T11:00", adjust("c1:2026-05::r2:link", 0)).given("2026-05-02T12:00", reactivate());
    }
}
