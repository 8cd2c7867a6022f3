package dev.licenseflow.domain.rule;

import static dev.licenseflow.domain.fixture.RequestBuilder.add;
import static dev.licenseflow.domain.fixture.RequestBuilder.changeSystem;
import static dev.licenseflow.domain.fixture.RequestBuilder.confirm;
import static dev.licenseflow.domain.fixture.RequestBuilder.register;
import static dev.licenseflow.domain.fixture.RequestBuilder.suspend;
import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.catalog.ProductStatus;
import dev.licenseflow.domain.fixture.CatalogBuilder;
import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.fixture.Scenario;
import dev.licenseflow.domain.fixture.ScenarioCatalog;
import dev.licenseflow.domain.request.RenewalMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another base system is a change like any other (Q7). */
@Rule("Q7")
class ChangeSystemTest {

    private final Scenario scenario = Scenario.onPureCore()
            .given("2026-03-10T09:00", register("navi").with("cloud", 1).renewing(RenewalMethod.MANAGED_BILLING))
            .givenAllPaid("2026-03-11T09:00");

    private Scenario onLink() {
        return scenario.given("2026-03-12T09:00", changeSystem("link").andAdd("link-garcom", 2))
                .given("2026-03-12T10:00", confirm("r2"));
    }

    @Test
    @Rule({"Q7", "K1"})
    void theNewSystemIsQuotedWithTheLines() {
        scenario.when("2026-03-12T09:00", changeSystem("link").andAdd("link-garcom", 2))
                .then("""
                        QUOTED r2, revision 2
                          quote r2 of 9032, monthly 17000, until 2026-03-15T00:00
                            link 1 x 12000 for 20/31 days = 7742
                            link-garcom 2 x 1000 for 20/31 days = 1290
                        """);
    }

    @Test
    @Rule({"Q7", "K3"})
    void confirmedItIsThereAtOnceAndTheOldOneStaysUntilTheMonthEnds() {
        scenario.given("2026-03-12T09:00", changeSystem("link").andAdd("link-garcom", 2))
                .when("2026-03-12T10:00", confirm("r2"))
                .then("""
                        APPLIED r3, revision 2 -> 3
                          quote r2 CONFIRMED
                          system navi -> link
                          link 0/0 -> 1/1
                          link-garcom 0/0 -> 2/2
                          navi 1/1 -> 1/0 from 2026-04-01T00:00
                          charge ADDITION link 1 x 12000 for 20/31 days = 7742
                          charge ADDITION link-garcom 2 x 1000 for 20/31 days = 1290
                        """);
        assertThat(scenario.licenses("c1").system()).isEqualTo("link");
    }

    @Test
    @Rule({"Q7", "M1", "R2"})
    void theRenewalIsOfTheNewSystemAlone() {
        onLink().givenAllPaid("2026-03-13T09:00").whenMonthBegins("2026-04").then("""
                        MONTH 2026-04, revision 4 -> 5
                          navi 1/0 -> 0/0
                          paid through 2026-03 -> 2026-04
                          charge RENEWAL cloud 1 x 3000 for 30/30 days = 3000
                          charge RENEWAL link 1 x 12000 for 30/30 days = 12000
                          charge RENEWAL link-garcom 2 x 1000 for 30/30 days = 2000
                        """);
    }

    @Test
    @Rule({"Q7", "Q2"})
    void goingBackWithinTheMonthCostsNothing() {
        onLink().when("2026-03-13T09:00", changeSystem("navi").andSet("link-garcom", 0))
                .then("""
                        APPLIED r4, revision 3 -> 4
                          system link -> navi
                          link 1/1 -> 1/0 from 2026-04-01T00:00
                          link-garcom 2/2 -> 2/0 from 2026-04-01T00:00
                          navi 1/0 -> 1/1 from 2026-04-01T00:00
                        """)
                .thenLicenses("ACTIVE MANAGED_BILLING to 2026-03, open 9032:"
                        + " cloud 1/1, link 1/0, link-garcom 2/0, navi 1/1");
        assertThat(scenario.licenses("c1").system()).isEqualTo("navi");
        scenario.when("2026-03-14T09:00", changeSystem("link").andSet("link-garcom", 2))
                .then("""
                        APPLIED r5, revision 4 -> 5
                          system navi -> link
                          link 1/0 -> 1/1 from 2026-04-01T00:00
                          link-garcom 2/0 -> 2/2 from 2026-04-01T00:00
                          navi 1/1 -> 1/0 from 2026-04-01T00:00
                        """);
    }

    @Test
    @Rule({"Q7", "Q2"})
    void onTheWayBackOnlyWhatGoesBeyondIsCharged() {
        onLink().given("2026-03-13T09:00", changeSystem("navi").andSet("link-garcom", 0))
                .when(
                        "2026-03-14T09:00",
                        changeSystem("link").andSet("link-garcom", 3).accepting(581))
                .then("""
                        APPLIED r5, revision 4 -> 5
                          system navi -> link
                          link 1/0 -> 1/1 from 2026-04-01T00:00
                          link-garcom 2/0 -> 3/3
                          navi 1/1 -> 1/0 from 2026-04-01T00:00
                          charge ADDITION link-garcom 1 x 1000 for 18/31 days = 581
                        """);
    }

    @Test
    @Rule({"Q7", "Q3"})
    void anAddOnThatStaysHasToFitTheNewSystem() {
        onLink();
        scenario.when("2026-03-13T09:00", changeSystem("navi").accepting(99_999))
                .thenRejected("NOT_ELIGIBLE_FOR_SYSTEM link-garcom")
                .thenFact("system", "navi")
                .thenFact("eligibleSystems", "link");
        scenario.when("2026-03-13T09:00", changeSystem("navi").andRemove("link-garcom", 1))
                .thenRejected("NOT_ELIGIBLE_FOR_SYSTEM link-garcom");
    }

    @Test
    @Rule({"Q7", "D2"})
    void whatStaysIsJudgedOfTheWholeSoOtherReasonsComeFirst() {
        onLink();
        scenario.when("2026-03-13T09:00", changeSystem("navi").andAdd("nada", 1))
                .thenRejected("UNKNOWN_PRODUCT nada");
        scenario.when("2026-03-13T09:00", changeSystem("navi").expectingRevision(0))
                .thenRejected("REVISION_CONFLICT");
    }

    @Test
    @Rule({"Q7", "Q3", "D2"})
    void dependenciesAndEligibilityAreToldTogether() {
        onLink().given("2026-03-13T09:00", add("link-movel", 1).accepting(99_999));
        scenario.when(
                        "2026-03-13T10:00",
                        changeSystem("navi").andSet("cloud", 0).andSet("link-garcom", 0))
                .thenRejected("DEPENDENCY_IN_USE cloud", "NOT_ELIGIBLE_FOR_SYSTEM link-movel");
    }

    @Test
    @Rule({"Q7", "C4"})
    void aLineThatRaisesIsJudgedByTheNewSystem() {
        scenario.when("2026-03-12T09:00", changeSystem("link").andAdd("link-garcom", 51))
                .thenRejected("QUANTITY_OUT_OF_RANGE link-garcom");
        scenario.given("2026-03-12T10:00", changeSystem("link").accepting(99_999))
                .when(
                        "2026-03-13T09:00",
                        changeSystem("navi").andAdd("link-garcom", 1).andAdd("link-movel", 1))
                .thenRejected("NOT_ELIGIBLE_FOR_SYSTEM link-garcom", "NOT_ELIGIBLE_FOR_SYSTEM link-movel");
    }

    @Test
    @Rule({"Q7", "Q3"})
    void whatLeavesWithTheOldSystemCannotRiseAgainWithoutIt() {
        onLink().given("2026-03-13T09:00", changeSystem("navi").andSet("link-garcom", 0))
                .when("2026-03-13T10:00", add("link-garcom", 1))
                .thenRejected("NOT_ELIGIBLE_FOR_SYSTEM link-garcom");
    }

    @ParameterizedTest
    @CsvSource({"cloud", "tef", "nada", "''"})
    void whatIsNoSystemIsRefused(String system) {
        scenario.when("2026-03-12T09:00", changeSystem(system).andAdd("ordem-pagamento", 1))
                .thenRejected("NOT_A_SYSTEM " + system);
    }

    @Test
    void theSystemsThemselvesAreNoLines() {
        scenario.when("2026-03-12T09:00", changeSystem("link").andSet("navi", 0).andSet("link", 1))
                .thenRejected("NOT_AN_ADD_ON link", "NOT_AN_ADD_ON navi");
    }

    @Test
    @Rule({"Q7", "D7"})
    void theSameSystemIsNoChangeUnlessALineChangesSomething() {
        scenario.when("2026-03-12T09:00", changeSystem("navi")).thenRejected("NO_CHANGE");
        scenario.when("2026-03-12T09:00", changeSystem("navi").andSet("cloud", 1))
                .thenRejected("NO_CHANGE");
        scenario.when("2026-03-12T09:00", changeSystem("navi").andRemove("cloud", 1))
                .then("""
                        APPLIED r4, revision 2 -> 3
                          cloud 1/1 -> 1/0 from 2026-04-01T00:00
                        """);
    }

    @Test
    @Rule({"Q7", "D7"})
    void twoLinesForOneProductAreRefused() {
        scenario.when(
                        "2026-03-12T09:00",
                        changeSystem("link").andAdd("link-garcom", 1).andAdd("link-garcom", 2))
                .thenRejected("DUPLICATE_PRODUCT link-garcom");
    }

    @Test
    @Rule({"Q7", "C4"})
    void aRetiredSystemIsNotSoldButKept() {
        onLink().givenCatalog("2026-03-12T11:00", retired("navi", "2026-03-13T00:00"));
        scenario.when("2026-03-13T09:00", changeSystem("navi").andSet("link-garcom", 0))
                .thenRejected("NOT_SELLABLE navi");
        scenario.givenCatalog(
                        "2026-03-13T10:00",
                        CatalogBuilder.after(retired("navi", "2026-03-13T00:00"), scenario.instant("2026-03-14T00:00"))
                                .changing("link", product -> product.status(ProductStatus.RETIRED))
                                .build())
                .when("2026-03-14T09:00", changeSystem("link").andRemove("link-garcom", 1))
                .then("""
                        APPLIED r5 by catalog 3, revision 3 -> 4
                          link-garcom 2/2 -> 2/1 from 2026-04-01T00:00
                        """);
    }

    @Test
    @Rule({"Q7", "K2"})
    void itIsAppliedAtOnceAtAPriceThatIsAccepted() {
        scenario.when("2026-03-12T09:00", changeSystem("link").accepting(7_741)).then("""
                        QUOTED r2, revision 2
                          quote r2 of 7742, monthly 15000, until 2026-03-15T00:00
                            link 1 x 12000 for 20/31 days = 7742
                        """);
        scenario.when("2026-03-12T09:01", changeSystem("link").accepting(7_742)).then("""
                        APPLIED r3, revision 2 -> 3
                          system navi -> link
                          link 0/0 -> 1/1
                          navi 1/1 -> 1/0 from 2026-04-01T00:00
                          charge ADDITION link 1 x 12000 for 20/31 days = 7742
                        """);
    }

    @Test
    @Rule({"Q7", "K3"})
    void aQuotedSystemGoesStaleLikeAnyQuote() {
        scenario.given(
                        "2026-03-12T09:00",
                        changeSystem("link"),
                        add("ordem-pagamento", 1).accepting(99_999))
                .given("2026-03-12T10:00", changeSystem("link"), suspend())
                .when("2026-03-13T09:00", confirm("r4"))
                .thenRejected("QUOTE_STALE")
                .thenFact("totalNowCents", "7355");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-01T00:00,          18000",
        "2026-03-31T23:59:59.999,   18000",
        "2026-04-01T00:00:00.001,   15000"
    })
    @Rule("K1")
    void theNewMonthlyTotalIsByTheCatalogOfTheFirstOfNextMonth(String effectiveFrom, long monthlyTotalCents) {
        CatalogVersion dearer = CatalogBuilder.after(ScenarioCatalog.FIRST, scenario.instant(effectiveFrom))
                .changing("link", product -> product.priceCents(15_000))
                .build();
        scenario.givenCatalog("2026-03-11T10:00", dearer)
                .when("2026-03-12T09:00", changeSystem("link"))
                .then("""
                        QUOTED r2, revision 2
                          quote r2 of 7742, monthly %d, until 2026-03-15T00:00
                            link 1 x 12000 for 20/31 days = 7742
                        """.formatted(monthlyTotalCents));
    }

    @Test
    @Rule("K1")
    void aCatalogThatIsNotKnownYetDoesNotCount() {
        CatalogVersion dearer = CatalogBuilder.after(ScenarioCatalog.FIRST, scenario.instant("2026-04-01T00:00"))
                .changing("ordem-pagamento", product -> product.priceCents(2_500))
                .build();
        scenario.when("2026-03-12T09:00", add("ordem-pagamento", 1)).then("""
                        QUOTED r2, revision 2
                          quote r2 of 968, monthly 10500, until 2026-03-15T00:00
                            ordem-pagamento 1 x 1500 for 20/31 days = 968
                        """);
        scenario.givenCatalog("2026-03-12T09:01", dearer)
                .when("2026-03-12T09:02", add("ordem-pagamento", 1))
                .then("""
                        QUOTED r3, revision 2
                          quote r3 of 968, monthly 11500, until 2026-03-15T00:00
                            ordem-pagamento 1 x 1500 for 20/31 days = 968
                        """);
    }

    private CatalogVersion retired(String system, String effectiveFrom) {
        return CatalogBuilder.after(ScenarioCatalog.FIRST, scenario.instant(effectiveFrom))
                .changing(system, product -> product.status(ProductStatus.RETIRED))
                .build();
    }
}
