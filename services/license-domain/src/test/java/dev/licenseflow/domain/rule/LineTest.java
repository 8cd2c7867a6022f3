package dev.licenseflow.domain.rule;

import static dev.licenseflow.domain.fixture.RequestBuilder.add;
import static dev.licenseflow.domain.fixture.RequestBuilder.change;
import static dev.licenseflow.domain.fixture.RequestBuilder.register;
import static dev.licenseflow.domain.fixture.RequestBuilder.remove;
import static dev.licenseflow.domain.fixture.RequestBuilder.renew;
import static dev.licenseflow.domain.fixture.RequestBuilder.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.catalog.ProductStatus;
import dev.licenseflow.domain.fixture.CatalogBuilder;
import dev.licenseflow.domain.fixture.PureCore;
import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.fixture.Scenario;
import dev.licenseflow.domain.fixture.ScenarioCatalog;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.domain.request.Operation;
import dev.licenseflow.domain.request.RenewalMethod;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is judged of each line by itself (C4, D7, Q1, Q4, Q5). */
class LineTest {

    private static final Instant APRIL = Instant.parse("2026-04-01T03:00:00Z");

    private final Scenario scenario = Scenario.onPureCore();

    @ParameterizedTest
    @CsvSource({
        "ADD,    1,          4/4",
        "ADD,    47,         50/50",
        "REMOVE, 1,          3/2",
        "REMOVE, 3,          3/0",
        "SET,    0,          3/0",
        "SET,    1,          3/1",
        "SET,    50,         50/50"
    })
    @Rule({"Q1", "Q2", "Q4"})
    void aLineIsAppliedToNext(Operation operation, int quantity, String after) {
        scenario.given("2026-03-02T09:00", register("link").with("link-garcom", 3))
                .given(
                        "2026-03-31T09:00",
                        change().line("link-garcom", operation, quantity).accepting(99_999));
        assertThat(scenario.licenses("c1").quantitiesOf("link-garcom"))
                .hasToString("Quantities[active=" + after.replace("/", ", next=") + "]");
    }

    @ParameterizedTest
    @CsvSource({
        "ADD,    48",
        "ADD,    0",
        "ADD,    -1",
        "ADD,    2147483647",
        "ADD,    -2147483648",
        "REMOVE, 4",
        "REMOVE, 0",
        "REMOVE, -1",
        "REMOVE, 2147483647",
        "REMOVE, -2147483648",
        "SET,    51",
        "SET,    -1",
        "SET,    2147483647",
        "SET,    -2147483648"
    })
    @Rule({"Q1", "Q4"})
    void aQuantityOutOfRangeIsRefusedWithTheRange(Operation operation, int quantity) {
        scenario.given("2026-03-02T09:00", register("link").with("link-garcom", 3))
                .when(
                        "2026-03-31T09:00",
                        change().line("link-garcom", operation, quantity).accepting(99_999))
                .thenRejected("QUANTITY_OUT_OF_RANGE link-garcom")
                .thenFact("operation", operation.name())
                .thenFact("asked", Integer.toString(quantity))
                .thenFact("next", "3")
                .thenFact("min", "1")
                .thenFact("max", "50");
    }

    @Test
    @Rule("Q4")
    void aQuantityBelowTheMinimumIsRefusedUnlessItIsZero() {
        Scenario atLeastThree = onCatalog(CatalogBuilder.copyOf(ScenarioCatalog.FIRST)
                .changing("link-garcom", product -> product.between(3, 5))
                .build());
        atLeastThree
                .when("2026-03-02T09:00", register("link").with("link-garcom", 2))
                .thenRejected("QUANTITY_OUT_OF_RANGE link-garcom")
                .thenFact("min", "3")
                .thenFact("max", "5");
        atLeastThree
                .given("2026-03-02T09:01", register("link").with("link-garcom", 4))
                .when("2026-03-02T09:02", remove("link-garcom", 2))
                .thenRejected("QUANTITY_OUT_OF_RANGE link-garcom");
        atLeastThree
                .when("2026-03-02T09:03", remove("link-garcom", 1))
                .thenLicenses("ACTIVE MANUAL to 2026-03, open 15484: link 1/1, link-garcom 4/3");
        atLeastThree
                .when("2026-03-02T09:04", remove("link-garcom", 3))
                .thenLicenses("ACTIVE MANUAL to 2026-03, open 15484: link 1/1, link-garcom 4/0");
    }

    @Test
    @Rule("Q4")
    void theRangeIsThatOfNextNotOfWhatIsAvailable() {
        scenario.given("2026-03-02T09:00", register("link").with("link-garcom", 50), remove("link-garcom", 20))
                .when("2026-03-03T09:00", add("link-garcom", 20))
                .thenLicenses("ACTIVE MANUAL to 2026-03, open 60000: link 1/1, link-garcom 50/50");
        scenario.when("2026-03-03T09:01", add("link-garcom", 1)).thenRejected("QUANTITY_OUT_OF_RANGE link-garcom");
    }

    @ParameterizedTest
    @CsvSource({
        "nao-existe, UNKNOWN_PRODUCT, catalogVersion, 1",
        "'',         UNKNOWN_PRODUCT, catalogVersion, 1",
        "link,       NOT_AN_ADD_ON,   kind,           SYSTEM",
        "navi,       NOT_AN_ADD_ON,   kind,           SYSTEM",
        "tef,        DEDICATED_FLOW,  status,         DEDICATED_FLOW",
        "importacao, DEDICATED_FLOW,  status,         DEDICATED_FLOW"
    })
    @Rule({"C4", "Q5"})
    void whatIsNotForSaleHereIsSaidAlone(String product, String code, String fact, String value) {
        scenario.given("2026-03-02T09:00", register("navi"))
                .when("2026-03-03T09:00", add(product, 99))
                .thenRejected((code + " " + product))
                .thenFact(fact, value);
        scenario.when("2026-03-03T09:01", set(product, 0)).thenRejected((code + " " + product));
        scenario.when("2026-03-03T09:02", register("link").customer("c2").with(product, 0))
                .thenRejected((code + " " + product));
    }

    @Test
    @Rule("C4")
    void theMessageOfADedicatedFlowSaysWhereToGo() {
        scenario.given("2026-03-02T09:00", register("link"));
        var reason = scenario.when("2026-03-03T09:00", add("importacao", 1))
                .answer()
                .decision()
                .reasons()
                .get(0);
        assertThat(reason.messagePt()).contains("menu próprio", "«Importação de dados»");
        assertThat(reason.messageEn()).contains("its own menu", "'Data import'");
    }

    @ParameterizedTest
    @CsvSource({
        "cloud,  NOT_A_SYSTEM cloud",
        "tef,    NOT_A_SYSTEM tef",
        "nada,   NOT_A_SYSTEM nada",
        "'',     'NOT_A_SYSTEM '"
    })
    @Rule("C4")
    void aSystemThatIsNoneIsRefused(String system, String reason) {
        scenario.when("2026-03-02T09:00", register(system).with("link-garcom", 1))
                .thenRejected(reason);
    }

    @ParameterizedTest
    @CsvSource({"RETIRED, NOT_SELLABLE", "DEDICATED_FLOW, DEDICATED_FLOW"})
    @Rule("C4")
    void aSystemThatIsNotSoldHereIsRefused(ProductStatus status, String code) {
        onCatalog(CatalogBuilder.copyOf(ScenarioCatalog.FIRST)
                        .changing("link", product -> product.status(status))
                        .build())
                .when("2026-03-02T09:00", register("link"))
                .thenRejected(code + " link")
                .thenFact("status", status.name());
    }

    @Test
    @Rule("C4")
    void anAddOnOfAnotherSystemMayNotRise() {
        scenario.given("2026-03-02T09:00", register("navi"))
                .when("2026-03-03T09:00", add("link-garcom", 1))
                .thenRejected("NOT_ELIGIBLE_FOR_SYSTEM link-garcom")
                .thenFact("system", "navi")
                .thenFact("eligibleSystems", "link");
        scenario.when("2026-03-03T09:01", register("navi").customer("c2").with("link-autoatendimento", 1))
                .thenRejected("NOT_ELIGIBLE_FOR_SYSTEM link-autoatendimento");
    }

    @Test
    @Rule({"C4", "D2"})
    void everythingWrongWithAnAddOnIsSaid() {
        onCatalog(CatalogBuilder.copyOf(ScenarioCatalog.FIRST)
                        .changing("link-garcom", product -> product.status(ProductStatus.RETIRED))
                        .build())
                .given("2026-03-02T09:00", register("navi"))
                .when("2026-03-03T09:00", add("link-garcom", 51))
                .thenRejected(
                        "NOT_SELLABLE link-garcom",
                        "NOT_ELIGIBLE_FOR_SYSTEM link-garcom",
                        "QUANTITY_OUT_OF_RANGE link-garcom");
    }

    @Test
    @Rule({"C4", "Q3"})
    void anAddOnThatLostItsSystemLivesOnAndMayFallButNotRise() {
        scenario.given(
                        "2026-03-02T09:00",
                        register("link").with("ordem-pagamento", 1),
                        add("link-garcom", 3).accepting(99_999))
                .givenCatalog(
                        "2026-03-02T10:00",
                        CatalogBuilder.after(ScenarioCatalog.FIRST, scenario.instant("2026-03-03T00:00"))
                                .changing("link-garcom", product -> product.eligibleFor("navi"))
                                .build())
                .when("2026-03-04T09:00", add("link-garcom", 1))
                .thenRejected("NOT_ELIGIBLE_FOR_SYSTEM link-garcom");
        scenario.when("2026-03-04T09:01", remove("link-garcom", 1)).then("""
                        APPLIED r4 by catalog 2, revision 2 -> 3
                          link-garcom 3/3 -> 3/2 from 2026-04-01T00:00
                        """);
    }

    @Test
    @Rule("C4")
    void aRetiredProductLivesOnAndMayFallButNotRise() {
        scenario.given(
                        "2026-03-02T09:00",
                        register("link").with("link-garcom", 3).renewing(RenewalMethod.MANAGED_BILLING))
                .givenAllPaid("2026-03-02T09:30")
                .givenCatalog(
                        "2026-03-02T10:00",
                        CatalogBuilder.after(ScenarioCatalog.FIRST, scenario.instant("2026-03-03T00:00"))
                                .changing("link-garcom", product -> product.status(ProductStatus.RETIRED))
                                .build())
                .when("2026-03-04T09:00", add("link-garcom", 1))
                .thenRejected("NOT_SELLABLE link-garcom");
        scenario.when("2026-03-04T09:01", set("link-garcom", 2))
                .thenLicenses("ACTIVE MANAGED_BILLING to 2026-03, open 0: link 1/1, link-garcom 3/2");
        scenario.when("2026-03-04T09:02", set("link-garcom", 3)).thenRejected("NOT_SELLABLE link-garcom");
        scenario.whenMonthBegins("2026-04").then("""
                        MONTH 2026-04 by catalog 2, revision 3 -> 4
                          link-garcom 3/2 -> 2/2
                          paid through 2026-03 -> 2026-04
                          charge RENEWAL link 1 x 12000 for 30/30 days = 12000
                          charge RENEWAL link-garcom 2 x 1000 for 30/30 days = 2000
                        """);
    }

    @Test
    @Rule({"C4", "D7"})
    void settingARetiredProductToWhatItIsDoesNotRaiseIt() {
        scenario.given("2026-03-02T09:00", register("link").with("link-garcom", 3))
                .givenCatalog(
                        "2026-03-02T10:00",
                        CatalogBuilder.after(ScenarioCatalog.FIRST, scenario.instant("2026-03-03T00:00"))
                                .changing(
                                        "link-garcom",
                                        product -> product.status(ProductStatus.RETIRED)
                                                .eligibleFor("navi"))
                                .build())
                .when("2026-03-04T09:00", set("link-garcom", 3))
                .thenRejected("NO_CHANGE");
    }

    @Test
    @Rule("Q4")
    void aQuantityAboveALowerMaximumLivesOnUntilItIsChanged() {
        scenario.given("2026-03-02T09:00", register("link").with("link-garcom", 30))
                .givenCatalog(
                        "2026-03-02T10:00",
                        CatalogBuilder.after(ScenarioCatalog.FIRST, APRIL)
                                .changing("link-garcom", product -> product.between(1, 10))
                                .build())
                .givenAllPaid("2026-03-03T09:00")
                .given("2026-04-02T09:00", renew())
                .when("2026-04-03T09:00", remove("link-garcom", 1))
                .thenRejected("QUANTITY_OUT_OF_RANGE link-garcom");
        scenario.when("2026-04-03T09:01", remove("link-garcom", 20))
                .thenLicenses("ACTIVE MANUAL to 2026-04, open 42000: link 1/1, link-garcom 30/10");
    }

    @Test
    @Rule("D7")
    void twoLinesForOneProductAreSaidOnceAndOnlyTheFirstIsChecked() {
        scenario.given("2026-03-02T09:00", register("link"))
                .when(
                        "2026-03-03T09:00",
                        add("link-garcom", 1).andAdd("link-garcom", 99).andRemove("link-garcom", 0))
                .thenRejected("DUPLICATE_PRODUCT link-garcom");
        scenario.when("2026-03-03T09:01", add("link-garcom", 99).andAdd("link-garcom", 1))
                .thenRejected("DUPLICATE_PRODUCT link-garcom", "QUANTITY_OUT_OF_RANGE link-garcom");
        scenario.when(
                        "2026-03-03T09:02",
                        register("link").customer("c2").with("cloud", 1).with("cloud", 1))
                .thenRejected("DUPLICATE_PRODUCT cloud");
    }

    @Test
    @Rule("D7")
    void noLineIsNoChange() {
        scenario.given("2026-03-02T09:00", register("link"))
                .when("2026-03-03T09:00", change())
                .thenRejected("NO_CHANGE");
    }

    @Test
    @Rule("D7")
    void linesThatChangeNothingAreNoChange() {
        scenario.given("2026-03-02T09:00", register("link").with("link-garcom", 3))
                .when("2026-03-03T09:00", set("link-garcom", 3).andSet("cloud", 0))
                .thenRejected("NO_CHANGE");
    }

    @Test
    @Rule("D7")
    void noChangeIsNotSaidOfLinesThatAreWrong() {
        scenario.given("2026-03-02T09:00", register("link").with("link-garcom", 3))
                .when("2026-03-03T09:00", set("link-garcom", 3).andAdd("tef", 1))
                .thenRejected("DEDICATED_FLOW tef");
    }

    @Test
    @Rule("D7")
    void aLineThatChangesNothingGoesAlongWithOneThatDoes() {
        scenario.given("2026-03-02T09:00", register("link").with("link-garcom", 3))
                .when(
                        "2026-03-03T09:00",
                        set("link-garcom", 3)
                                .andSet("cloud", 0)
                                .andAdd("pagamento-integrado", 1)
                                .accepting(2_000))
                .then("""
                        APPLIED r2, revision 1 -> 2
                          pagamento-integrado 0/0 -> 1/1
                          charge ADDITION pagamento-integrado 1 x 2000 for 31/31 days = 2000
                        """);
    }

    @Test
    @Rule("D7")
    void aRequestIsDoneInFullOrNotAtAll() {
        scenario.given("2026-03-02T09:00", register("link").with("link-garcom", 3))
                .when(
                        "2026-03-03T09:00",
                        remove("link-garcom", 1)
                                .andAdd("cloud", 1)
                                .andAdd("tef", 1)
                                .accepting(99_999))
                .thenRejected("DEDICATED_FLOW tef");
    }

    @Test
    @Rule("D7")
    void linesAreQuotedAndChargedSortedByProductCode() {
        scenario.given("2026-03-02T09:00", register("link"))
                .when(
                        "2026-03-16T09:00",
                        add("link-movel", 1).andAdd("ordem-pagamento", 1).andAdd("cloud", 1))
                .then("""
                        QUOTED r2, revision 1
                          quote r2 of 3612, monthly 19000, until 2026-03-19T00:00
                            cloud 1 x 3000 for 16/31 days = 1548
                            link-movel 1 x 2500 for 16/31 days = 1290
                            ordem-pagamento 1 x 1500 for 16/31 days = 774
                        """);
    }

    private static Scenario onCatalog(CatalogVersion catalog) {
        PureCore core = new PureCore(BusinessCalendar.SAO_PAULO);
        core.publish(catalog, ScenarioCatalog.SINCE);
        return Scenario.on(core);
    }
}
