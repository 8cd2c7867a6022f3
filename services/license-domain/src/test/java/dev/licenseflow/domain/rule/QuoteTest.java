package dev.licenseflow.domain.rule;

import static dev.licenseflow.domain.fixture.RequestBuilder.add;
import static dev.licenseflow.domain.fixture.RequestBuilder.confirm;
import static dev.licenseflow.domain.fixture.RequestBuilder.decline;
import static dev.licenseflow.domain.fixture.RequestBuilder.register;
import static dev.licenseflow.domain.fixture.RequestBuilder.remove;
import static dev.licenseflow.domain.fixture.RequestBuilder.renewBy;
import static dev.licenseflow.domain.fixture.RequestBuilder.resume;
import static dev.licenseflow.domain.fixture.RequestBuilder.set;
import static dev.licenseflow.domain.fixture.RequestBuilder.suspend;
import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.catalog.ProductStatus;
import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.charge.ChargeLine;
import dev.licenseflow.domain.decision.Reason;
import dev.licenseflow.domain.decision.RejectionCode;
import dev.licenseflow.domain.fixture.CatalogBuilder;
import dev.licenseflow.domain.fixture.RequestBuilder;
import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.fixture.Scenario;
import dev.licenseflow.domain.fixture.ScenarioCatalog;
import dev.licenseflow.domain.request.Channel;
import dev.licenseflow.domain.request.RenewalMethod;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of a quote (K1 to K4). The customer has Link and Cloud since 2 March, one day before the quote is asked for. */
class QuoteTest {

    private static final String QUOTED = """
            QUOTED q, revision 1
              quote q of 935, monthly 16000, until 2026-03-06T00:00
                link-garcom 1 x 1000 for 29/31 days = 935
            """;

    private final Scenario scenario =
            Scenario.onPureCore().given("2026-03-02T09:00", register("link").with("cloud", 1));

    private Scenario quoted() {
        return scenario.given("2026-03-03T09:00", add("link-garcom", 1).id("q"));
    }

    @Test
    @Rule({"K1", "D4"})
    void anIncreaseIsQuotedAndChangesNothingThatIsShown() {
        scenario.when("2026-03-03T09:00", add("link-garcom", 1).id("q"))
                .then(QUOTED)
                .thenLicenses("ACTIVE MANUAL to 2026-03, open 14516: cloud 1/1, link 1/1");
    }

    @Test
    @Rule("K1")
    void whatCostsNothingIsAppliedAtOnce() {
        scenario.when("2026-03-03T09:00", remove("cloud", 1)).then("""
                        APPLIED r2, revision 1 -> 2
                          cloud 1/1 -> 1/0 from 2026-04-01T00:00
                        """);
        scenario.when("2026-03-03T09:01", add("cloud", 1)).then("""
                        APPLIED r3, revision 2 -> 3
                          cloud 1/0 -> 1/1 from 2026-04-01T00:00
                        """);
    }

    @Test
    @Rule({"K1", "K2"})
    void whatCostsNothingIsAppliedWhateverWasAccepted() {
        scenario.when("2026-03-03T09:00", remove("cloud", 1).accepting(0)).then("""
                        APPLIED r2, revision 1 -> 2
                          cloud 1/1 -> 1/0 from 2026-04-01T00:00
                        """);
    }

    @Test
    @Rule({"K1", "G1"})
    void aProductWithoutAPriceIsReleasedWithoutQuoteAndWithoutCharge() {
        scenario.givenCatalog(
                        "2026-03-02T10:00",
                        CatalogBuilder.after(ScenarioCatalog.FIRST, scenario.instant("2026-03-03T00:00"))
                                .changing("link-garcom", product -> product.priceCents(0))
                                .build())
                .when("2026-03-03T09:00", add("link-garcom", 2))
                .then("""
                        APPLIED r2 by catalog 2, revision 1 -> 2
                          link-garcom 0/0 -> 2/2
                        """);
        scenario.when("2026-03-03T09:01", add("link-garcom", 1).andAdd("ordem-pagamento", 1))
                .then("""
                        QUOTED r3 by catalog 2, revision 2
                          quote r3 of 1403, monthly 16500, until 2026-03-06T00:00
                            link-garcom 1 x 0 for 29/31 days = 0
                            ordem-pagamento 1 x 1500 for 29/31 days = 1403
                        """);
        scenario.when("2026-03-03T09:02", confirm("r3")).then("""
                        APPLIED r4 by catalog 2, revision 2 -> 3
                          quote r3 CONFIRMED
                          link-garcom 2/2 -> 3/3
                          ordem-pagamento 0/0 -> 1/1
                          charge ADDITION ordem-pagamento 1 x 1500 for 29/31 days = 1403
                        """);
    }

    @Test
    @Rule("K1")
    void theMonthlyTotalIsThatOfNextMonth() {
        scenario.when("2026-03-03T09:00", add("link-garcom", 1).andRemove("cloud", 1))
                .then("""
                        QUOTED r2, revision 1
                          quote r2 of 935, monthly 13000, until 2026-03-06T00:00
                            link-garcom 1 x 1000 for 29/31 days = 935
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-03T00:00,           2026-03-06T00:00",
        "2026-03-03T23:59:59.999,    2026-03-06T00:00",
        "2026-03-28T09:00,           2026-03-31T00:00",
        "2026-03-29T09:00,           2026-04-01T00:00",
        "2026-03-30T09:00,           2026-04-01T00:00",
        "2026-03-31T23:59:59.999,    2026-04-01T00:00"
    })
    @Rule({"K1", "T2"})
    void itIsValidToTheEndOfTheSecondDayAfterAndNeverPastTheMonth(String at, String validUntil) {
        assertThat(scenario.when(at, add("link-garcom", 1))
                        .answer()
                        .decision()
                        .quote()
                        .orElseThrow()
                        .validUntil())
                .isEqualTo(scenario.instant(validUntil));
    }

    @ParameterizedTest
    @ValueSource(longs = {935, 936, Long.MAX_VALUE})
    @Rule("K2")
    void anAcceptedAmountIsAppliedAtOnce(long accepted) {
        scenario.when("2026-03-03T09:00", add("link-garcom", 1).accepting(accepted))
                .then("""
                        APPLIED r2, revision 1 -> 2
                          link-garcom 0/0 -> 1/1
                          charge ADDITION link-garcom 1 x 1000 for 29/31 days = 935
                        """);
    }

    @ParameterizedTest
    @ValueSource(longs = {934, 0, -1, Long.MIN_VALUE})
    @Rule("K2")
    void anAmountThatNobodyAgreedToIsQuoted(long accepted) {
        scenario.when("2026-03-03T09:00", add("link-garcom", 1).id("q").accepting(accepted))
                .then(QUOTED);
    }

    @Test
    @Rule("K2")
    void aRegistrationIsAcceptedWithoutAWord() {
        scenario.when("2026-03-03T09:00", register("navi").customer("c2")).then("""
                        APPLIED r2, revision 0 -> 1
                          registered by p1 with navi, MANUAL, paid through 2026-03
                          navi 0/0 -> 1/1
                          charge INITIAL navi 1 x 6000 for 29/31 days = 5613
                        """);
    }

    @Test
    @Rule("K2")
    void aRegistrationAboveTheAcceptedAmountIsRefused() {
        scenario.when("2026-03-03T09:00", register("navi").customer("c2").accepting(5_612))
                .thenRejected("AMOUNT_ABOVE_ACCEPTED")
                .thenFact("acceptUpToCents", "5612")
                .thenFact("totalCents", "5613");
        scenario.when("2026-03-03T09:01", register("navi").customer("c2").accepting(5_613))
                .thenLicenses("ACTIVE MANUAL to 2026-03, open 5613: navi 1/1");
    }

    @Test
    @Rule({"K3", "K4", "G1"})
    void aConfirmationAppliesTheQuotedAmounts() {
        Scenario.Step quote =
                scenario.when("2026-03-03T09:00", add("link-garcom", 2).andAdd("ordem-pagamento", 1));
        List<ChargeLine> quotedLines =
                quote.answer().decision().quote().orElseThrow().lines();
        List<Charge> charges = scenario.when("2026-03-05T23:59:59.999", confirm("r2"))
                .then("""
                        APPLIED r3, revision 1 -> 2
                          quote r2 CONFIRMED
                          link-garcom 0/0 -> 2/2
                          ordem-pagamento 0/0 -> 1/1
                          charge ADDITION link-garcom 2 x 1000 for 29/31 days = 1871
                          charge ADDITION ordem-pagamento 1 x 1500 for 29/31 days = 1403
                        """)
                .answer()
                .charges();
        assertThat(charges).extracting(Charge::line).isEqualTo(quotedLines);
        assertThat(charges).extracting(Charge::causeId).containsOnly("r3");
    }

    @Test
    @Rule("K4")
    void theSameChangeCostsTheSameWhetherQuotedOrAcceptedAtOnce() {
        RequestBuilder change = add("link-movel", 3).andAdd("pagamento-integrado", 1);
        List<ChargeLine> quotedLines = quoteOf(scenario, change);
        assertThat(scenario.when("2026-03-03T09:00", change.accepting(99_999))
                        .answer()
                        .charges())
                .extracting(Charge::line)
                .isEqualTo(quotedLines);
    }

    @Test
    @Rule({"K3", "C2"})
    void aConfirmationKeepsThePricesOfTheQuoteWhenTheCatalogHasChanged() {
        quoted().givenCatalog(
                        "2026-03-03T10:00",
                        CatalogBuilder.after(ScenarioCatalog.FIRST, scenario.instant("2026-03-04T00:00"))
                                .changing(
                                        "link-garcom",
                                        product -> product.priceCents(9_000).status(ProductStatus.RETIRED))
                                .build());
        List<Charge> charges = scenario.when("2026-03-05T09:00", confirm("q"))
                .then("""
                        APPLIED r3, revision 1 -> 2
                          quote q CONFIRMED
                          link-garcom 0/0 -> 1/1
                          charge ADDITION link-garcom 1 x 1000 for 29/31 days = 935
                        """)
                .answer()
                .charges();
        assertThat(charges).extracting(Charge::catalogVersion).containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {935, 936})
    @Rule({"K2", "K3"})
    void aConfirmationMayRepeatTheAmount(long accepted) {
        quoted().when("2026-03-03T09:30", confirm("q").accepting(accepted))
                .thenLicenses("ACTIVE MANUAL to 2026-03, open 15451: cloud 1/1, link 1/1, link-garcom 1/1");
    }

    @Test
    @Rule({"K2", "K3"})
    void aConfirmationThatAcceptsLessIsRefused() {
        quoted().when("2026-03-03T09:30", confirm("q").accepting(934))
                .thenRejected("AMOUNT_ABOVE_ACCEPTED")
                .thenFact("acceptUpToCents", "934")
                .thenFact("totalCents", "935");
    }

    @Test
    @Rule({"K3", "D4"})
    void decliningClosesItAndShowsNothing() {
        quoted().when("2026-03-03T09:30", decline("q"))
                .then("""
                        APPLIED r3, revision 1
                          quote q DECLINED
                        """)
                .thenLicenses("ACTIVE MANUAL to 2026-03, open 14516: cloud 1/1, link 1/1");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Rule("K3")
    void aQuoteThatIsNotTheLatestIsUnknown(boolean confirms) {
        quoted().given("2026-03-03T09:10", add("link-garcom", 2).id("q2"))
                .when("2026-03-03T09:20", confirms ? confirm("q") : decline("q"))
                .thenRejected("QUOTE_UNKNOWN")
                .thenFact("quoteId", "q")
                .thenFact("latestQuoteId", "q2");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Rule("K3")
    void withoutAnyQuoteThereIsNoLatestOne(boolean confirms) {
        Scenario.Step step = scenario.when("2026-03-03T09:20", confirms ? confirm("q") : decline("q"))
                .thenRejected("QUOTE_UNKNOWN");
        assertThat(step.answer().decision().reasons().get(0).facts()).containsOnlyKeys("quoteId");
    }

    @Test
    @Rule("K3")
    void anUnknownQuoteNamesTheLatestEvenIfThatIsClosed() {
        quoted().given("2026-03-03T09:10", decline("q"))
                .when("2026-03-03T09:20", confirm("other"))
                .thenRejected("QUOTE_UNKNOWN")
                .thenFact("latestQuoteId", "q");
    }

    @ParameterizedTest
    @CsvSource({"2026-03-06T00:00, true", "2026-03-06T00:00, false", "2026-03-31T23:59:59.999, true"})
    @Rule("K3")
    void atOrAfterItsEndItIsExpired(String at, boolean confirms) {
        quoted().when(at, confirms ? confirm("q") : decline("q"))
                .thenRejected("QUOTE_EXPIRED")
                .thenFact("quoteId", "q")
                .thenFact("validUntil", "2026-03-06T03:00:00Z");
    }

    @Test
    @Rule({"K3", "M1"})
    void aQuoteEndsWithItsMonth() {
        quoted().when("2026-04-01T00:00", confirm("q")).then("""
                        MONTH 2026-04, revision 1 -> 2
                          quote q EXPIRED
                          status ACTIVE -> EXPIRED
                        REJECTED r3, revision 2
                          because QUOTE_EXPIRED
                        """);
        scenario.when("2026-04-01T00:01", decline("q"))
                .thenRejected("QUOTE_EXPIRED")
                .thenFact("quoteId", "q");
    }

    @ParameterizedTest
    @CsvSource({"true, true, CONFIRMED", "true, false, CONFIRMED", "false, true, DECLINED", "false, false, DECLINED"})
    @Rule("K3")
    void aQuoteThatWasConfirmedOrDeclinedIsClosed(boolean wasConfirmed, boolean confirms, String end) {
        quoted().given("2026-03-03T09:10", wasConfirmed ? confirm("q") : decline("q"))
                .when("2026-03-20T09:00", confirms ? confirm("q") : decline("q"))
                .thenRejected("QUOTE_CLOSED")
                .thenFact("quoteId", "q")
                .thenFact("end", end);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Rule("K3")
    void changedProductsMakeItStaleWithTheTotalThatItWouldHaveNow(boolean confirms) {
        quoted().given("2026-03-03T09:10", add("link-garcom", 3).accepting(99_999))
                .when("2026-03-04T09:00", confirms ? confirm("q") : decline("q"))
                .thenRejected("QUOTE_STALE")
                .thenFact("quoteId", "q")
                .thenFact("changed", "products")
                .thenFact("products", "cloud:1/1 link:1/1 -> cloud:1/1 link:1/1 link-garcom:3/3")
                .thenFact("totalNowCents", "903");
    }

    @Test
    @Rule("K3")
    void aChangedStatusMakesItStaleAndAskingAgainStillPossible() {
        quoted().given("2026-03-03T09:10", suspend())
                .when("2026-03-04T09:00", confirm("q"))
                .thenRejected("QUOTE_STALE")
                .thenFact("changed", "status")
                .thenFact("status", "ACTIVE -> SUSPENDED")
                .thenFact("totalNowCents", "903");
    }

    @Test
    @Rule("K3")
    void aChangedRenewalMethodMakesItStale() {
        quoted().given("2026-03-03T09:10", renewBy(RenewalMethod.MANAGED_BILLING), remove("cloud", 1))
                .when("2026-03-04T09:00", confirm("q"))
                .thenRejected("QUOTE_STALE")
                .thenFact("changed", "products,renewalMethod")
                .thenFact("renewalMethod", "MANUAL -> MANAGED_BILLING");
    }

    @Test
    @Rule("K3")
    void aStaleQuoteHasNoTotalIfTheChangeIsNoLongerPossible() {
        scenario.given("2026-03-03T09:00", add("link-movel", 1).id("q"), remove("cloud", 1));
        Reason reason = scenario.when("2026-03-04T09:00", confirm("q"))
                .thenRejected("QUOTE_STALE")
                .answer()
                .decision()
                .reasons()
                .get(0);
        assertThat(reason.facts()).doesNotContainKey("totalNowCents");
        assertThat(reason.messageEn()).contains("no longer possible");
        assertThat(reason.messagePt()).contains("já não é possível");
    }

    @Test
    @Rule({"K3", "D2"})
    void theTotalNowDoesNotDependOnHowTheConfirmationItselfStands() {
        Reason reason = quoted().given("2026-03-03T09:10", renewBy(RenewalMethod.MANAGED_BILLING))
                .when("2026-03-04T09:00", confirm("q").expectingRevision(1).on(Channel.MANUAL_RENEWAL))
                .thenRejected("REVISION_CONFLICT", "CHANNEL_NOT_ALLOWED", "QUOTE_STALE")
                .answer()
                .decision()
                .reasons()
                .get(2);
        assertThat(reason.code()).isEqualTo(RejectionCode.QUOTE_STALE);
        assertThat(reason.facts()).containsEntry("totalNowCents", "903");
        assertThat(reason.messageEn()).doesNotContain("no longer possible");
    }

    @Test
    @Rule("K3")
    void changingAndChangingBackDoesNotMakeItStale() {
        quoted().given("2026-03-03T09:10", suspend(), resume(), remove("cloud", 1), set("cloud", 1))
                .when("2026-03-04T09:00", confirm("q"))
                .thenLicenses("ACTIVE MANUAL to 2026-03, open 15451: cloud 1/1, link 1/1, link-garcom 1/1");
    }

    @Test
    @Rule("K3")
    void aSettlementAloneDoesNotMakeItStale() {
        quoted().givenAllPaid("2026-03-03T10:00")
                .when("2026-03-04T09:00", confirm("q"))
                .thenLicenses("ACTIVE MANUAL to 2026-03, open 935: cloud 1/1, link 1/1, link-garcom 1/1");
    }

    @Test
    @Rule("K3")
    void anExpiredQuoteIsNotCalledStaleAndAClosedOneIsNotCalledExpired() {
        quoted().given("2026-03-03T09:10", remove("cloud", 1))
                .when("2026-03-06T00:00", confirm("q"))
                .thenRejected("QUOTE_EXPIRED");
        scenario.given("2026-03-06T09:00", add("link-garcom", 1).id("q2"), decline("q2"))
                .when("2026-03-20T09:00", confirm("q2"))
                .thenRejected("QUOTE_CLOSED");
    }

    @Test
    @Rule({"K3", "Q2"})
    void aQuoteOfPuttingBackMoreChargesOnlyWhatGoesBeyond() {
        scenario.given(
                        "2026-03-16T09:00",
                        add("link-garcom", 3).accepting(99_999),
                        remove("link-garcom", 2),
                        set("link-garcom", 5).id("q"))
                .when("2026-03-16T10:00", confirm("q"))
                .then("""
                        APPLIED r5, revision 3 -> 4
                          quote q CONFIRMED
                          link-garcom 3/1 -> 5/5
                          charge ADDITION link-garcom 2 x 1000 for 16/31 days = 1032
                        """);
    }

    private static List<ChargeLine> quoteOf(Scenario scenario, RequestBuilder change) {
        return scenario.when("2026-03-03T09:00", change)
                .answer()
                .decision()
                .quote()
                .orElseThrow()
                .lines();
    }
}
