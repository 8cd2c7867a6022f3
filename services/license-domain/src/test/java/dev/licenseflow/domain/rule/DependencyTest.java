package dev.licenseflow.domain.rule;

import static dev.licenseflow.domain.fixture.RequestBuilder.add;
import static dev.licenseflow.domain.fixture.RequestBuilder.register;
import static dev.licenseflow.domain.fixture.RequestBuilder.remove;
import static dev.licenseflow.domain.fixture.RequestBuilder.set;

import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.fixture.CatalogBuilder;
import dev.licenseflow.domain.fixture.ProductBuilder;
import dev.licenseflow.domain.fixture.PureCore;
import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.fixture.Scenario;
import dev.licenseflow.domain.fixture.ScenarioCatalog;
import dev.licenseflow.domain.month.BusinessCalendar;
import org.junit.jupiter.api.Test;

/** No product without what it requires, now and next month (Q3, C4). */
@Rule({"Q3", "C4"})
class DependencyTest {

    private final Scenario scenario = Scenario.onPureCore();

    @Test
    void addingMobileWithoutCloudIsRefused() {
        scenario.given("2026-03-02T09:00", register("link"))
                .when("2026-03-03T09:00", add("link-movel", 1))
                .thenRejected("DEPENDENCY_MISSING link-movel")
                .thenFact("requires", "cloud");
        scenario.when("2026-03-03T09:01", register("link").customer("c2").with("link-movel", 1))
                .thenRejected("DEPENDENCY_MISSING link-movel");
    }

    @Test
    void addingBothTogetherIsFine() {
        scenario.when("2026-03-02T09:00", register("link").with("link-movel", 1).with("cloud", 1))
                .thenLicenses("ACTIVE MANUAL to 2026-03, open 16935: cloud 1/1, link 1/1, link-movel 1/1");
    }

    @Test
    void removingCloudWhileMobileStaysIsRefused() {
        scenario.given(
                        "2026-03-02T09:00",
                        register("link").with("link-movel", 1).with("cloud", 1))
                .when("2026-03-03T09:00", remove("cloud", 1))
                .thenRejected("DEPENDENCY_IN_USE cloud")
                .thenFact("neededBy", "link-movel");
    }

    @Test
    void loweringMobileDoesNotSaveCloud() {
        scenario.given(
                        "2026-03-02T09:00",
                        register("link").with("link-movel", 2).with("cloud", 1))
                .when("2026-03-03T09:00", remove("cloud", 1).andRemove("link-movel", 1))
                .thenRejected("DEPENDENCY_IN_USE cloud");
    }

    @Test
    void removingBothTogetherIsFine() {
        scenario.given(
                        "2026-03-02T09:00",
                        register("link").with("link-movel", 1).with("cloud", 1))
                .when("2026-03-03T09:00", remove("cloud", 1).andSet("link-movel", 0))
                .then("""
                        APPLIED r2, revision 1 -> 2
                          cloud 1/1 -> 1/0 from 2026-04-01T00:00
                          link-movel 1/1 -> 1/0 from 2026-04-01T00:00
                        """);
    }

    @Test
    void mobileCannotBeAddedToACloudThatLeavesUnlessItIsPutBack() {
        scenario.given("2026-03-02T09:00", register("link").with("cloud", 1), remove("cloud", 1))
                .when("2026-03-04T09:00", add("link-movel", 1).accepting(99_999))
                .thenRejected("DEPENDENCY_MISSING link-movel");
        scenario.when(
                        "2026-03-04T09:01",
                        add("link-movel", 1).andAdd("cloud", 1).accepting(99_999))
                .then("""
                        APPLIED r4, revision 2 -> 3
                          cloud 1/0 -> 1/1 from 2026-04-01T00:00
                          link-movel 0/0 -> 1/1
                          charge ADDITION link-movel 1 x 2500 for 28/31 days = 2258
                        """);
    }

    @Test
    void ifBothReasonsWouldFitWhatIsRaisedIsBlamed() {
        scenario.given(
                        "2026-03-02T09:00",
                        register("link").with("link-movel", 1).with("cloud", 1))
                .when(
                        "2026-03-03T09:00",
                        remove("cloud", 1).andAdd("link-movel", 1).accepting(99_999))
                .thenRejected("DEPENDENCY_MISSING link-movel");
    }

    @Test
    void puttingMobileBackCountsAsRaisingIt() {
        scenario.given(
                        "2026-03-02T09:00",
                        register("link").with("link-movel", 2).with("cloud", 1),
                        remove("link-movel", 2).andRemove("cloud", 1))
                .when("2026-03-03T09:00", add("link-movel", 1))
                .thenRejected("DEPENDENCY_MISSING link-movel");
    }

    @Test
    void allThatIsMissingAndAllThatIsInUseIsSaidSortedByProduct() {
        Scenario rich = onCatalog(CatalogBuilder.copyOf(ScenarioCatalog.FIRST)
                .with(ProductBuilder.addOn("aa-painel").requiring("pagamento-integrado", "ordem-pagamento"))
                .with(ProductBuilder.addOn("zz-painel").requiring("cloud"))
                .build());
        rich.given(
                        "2026-03-02T09:00",
                        register("link").with("cloud", 1).with("zz-painel", 1).with("link-movel", 1))
                .when("2026-03-03T09:00", add("aa-painel", 1).andRemove("cloud", 1))
                .thenRejected("DEPENDENCY_MISSING aa-painel", "DEPENDENCY_IN_USE cloud");
        rich.when("2026-03-03T09:01", remove("cloud", 1))
                .thenRejected("DEPENDENCY_IN_USE cloud")
                .thenFact("neededBy", "link-movel,zz-painel");
        rich.when("2026-03-03T09:02", add("aa-painel", 1))
                .thenRejected("DEPENDENCY_MISSING aa-painel")
                .thenFact("requires", "pagamento-integrado,ordem-pagamento");
    }

    @Test
    void missingProductsComeBeforeThoseInUseOnlyIfTheirCodesDo() {
        Scenario rich = onCatalog(CatalogBuilder.copyOf(ScenarioCatalog.FIRST)
                .with(ProductBuilder.addOn("zz-painel").requiring("ordem-pagamento"))
                .build());
        rich.given("2026-03-02T09:00", register("link").with("cloud", 1).with("link-movel", 1))
                .when("2026-03-03T09:00", add("zz-painel", 1).andRemove("cloud", 1))
                .thenRejected("DEPENDENCY_IN_USE cloud", "DEPENDENCY_MISSING zz-painel");
    }

    @Test
    void aChainIsCheckedLinkByLink() {
        Scenario chained = onCatalog(CatalogBuilder.copyOf(ScenarioCatalog.FIRST)
                .with(ProductBuilder.addOn("painel").eligibleFor("link").requiring("link-movel"))
                .build());
        chained.when("2026-03-02T09:00", register("link").with("painel", 1).with("cloud", 1))
                .thenRejected("DEPENDENCY_MISSING painel");
        chained.when("2026-03-02T09:01", register("link").with("painel", 1).with("link-movel", 1))
                .thenRejected("DEPENDENCY_MISSING link-movel");
        chained.given(
                        "2026-03-02T09:02",
                        register("link").with("painel", 1).with("link-movel", 1).with("cloud", 1))
                .when("2026-03-03T09:00", remove("cloud", 1).andRemove("link-movel", 1))
                .thenRejected("DEPENDENCY_IN_USE link-movel");
    }

    @Test
    void aRequirementThatCameLaterIsLeftAloneUntilTheProductIsRaised() {
        scenario.given("2026-03-02T09:00", register("link").with("link-garcom", 2))
                .givenCatalog(
                        "2026-03-02T10:00",
                        CatalogBuilder.after(ScenarioCatalog.FIRST, scenario.instant("2026-03-03T00:00"))
                                .changing("link-garcom", product -> product.requiring("cloud"))
                                .build())
                .when("2026-03-04T09:00", remove("link-garcom", 1))
                .then("""
                        APPLIED r2 by catalog 2, revision 1 -> 2
                          link-garcom 2/2 -> 2/1 from 2026-04-01T00:00
                        """);
        scenario.when("2026-03-04T09:01", add("link-garcom", 1)).thenRejected("DEPENDENCY_MISSING link-garcom");
        scenario.when("2026-03-04T09:02", set("ordem-pagamento", 1).accepting(99_999))
                .then("""
                        APPLIED r4 by catalog 2, revision 2 -> 3
                          ordem-pagamento 0/0 -> 1/1
                          charge ADDITION ordem-pagamento 1 x 1500 for 28/31 days = 1355
                        """);
    }

    private static Scenario onCatalog(CatalogVersion catalog) {
        PureCore core = new PureCore(BusinessCalendar.SAO_PAULO);
        core.publish(catalog, ScenarioCatalog.SINCE);
        return Scenario.on(core);
    }
}
