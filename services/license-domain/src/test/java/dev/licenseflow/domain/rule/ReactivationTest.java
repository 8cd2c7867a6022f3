package dev.licenseflow.domain.rule;

import static dev.licenseflow.domain.fixture.RequestBuilder.cancel;
import static dev.licenseflow.domain.fixture.RequestBuilder.reactivate;
import static dev.licenseflow.domain.fixture.RequestBuilder.register;

import dev.licenseflow.domain.catalog.ProductStatus;
import dev.licenseflow.domain.fixture.CatalogBuilder;
import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.fixture.Scenario;
import dev.licenseflow.domain.fixture.ScenarioCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An inactive customer comes back with the same system, or with another (R9). */
@Rule({"R4", "R9"})
class ReactivationTest {

    private final Scenario inactive = Scenario.onPureCore()
            .given("2026-03-10T09:00", register("link").with("link-garcom", 1))
            .givenAllPaid("2026-03-10T10:00")
            .givenMonth("2026-05");

    @Test
    void itComesBackWithAnotherSystem() {
        inactive.when("2026-05-10T09:00", reactivate().withSystem("navi").with("cloud", 1))
                .then("""
                        APPLIED r2, revision 4 -> 5
                          status INACTIVE -> ACTIVE
                          paid through 2026-03 -> 2026-05
                          system link -> navi
                          cloud 0/0 -> 1/1
                          navi 0/0 -> 1/1
                          charge REACTIVATION cloud 1 x 3000 for 22/31 days = 2129
                          charge REACTIVATION navi 1 x 6000 for 22/31 days = 4258
                        """)
                .thenLicenses("ACTIVE MANUAL to 2026-05, open 6387: cloud 1/1, navi 1/1");
    }

    @Test
    void theSameSystemNamedOrNotIsTheSame() {
        inactive.when("2026-05-10T09:00", reactivate().withSystem("link")).then("""
                        APPLIED r2, revision 4 -> 5
                          status INACTIVE -> ACTIVE
                          paid through 2026-03 -> 2026-05
                          link 0/0 -> 1/1
                          charge REACTIVATION link 1 x 12000 for 22/31 days = 8516
                        """);
    }

    @Test
    void theItemsAreJudgedByTheSystemNamed() {
        inactive.when("2026-05-10T09:00", reactivate().withSystem("navi").with("link-garcom", 1))
                .thenRejected("NOT_ELIGIBLE_FOR_SYSTEM link-garcom");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cloud", "nada", ""})
    void whatIsNoSystemIsRefused(String system) {
        inactive.when("2026-05-10T09:00", reactivate().withSystem(system)).thenRejected("NOT_A_SYSTEM " + system);
    }

    @Test
    @Rule({"R9", "C4"})
    void aRetiredSystemIsNotSoldAgain() {
        inactive.givenCatalog(
                        "2026-05-08T09:00",
                        CatalogBuilder.after(ScenarioCatalog.FIRST, inactive.instant("2026-05-09T00:00"))
                                .changing("link", product -> product.status(ProductStatus.RETIRED))
                                .build())
                .when("2026-05-10T09:00", reactivate())
                .thenRejected("NOT_SELLABLE link");
        inactive.given("2026-05-10T09:00", reactivate().withSystem("navi"));
    }

    @Test
    @Rule({"R9", "Q6", "R8"})
    void itMayEndAndComeBackWithinTheMonth() {
        Scenario expired = Scenario.onPureCore()
                .given("2026-03-10T09:00", register("link"))
                .givenAllPaid("2026-03-10T10:00")
                .givenMonth("2026-04");
        expired.given("2026-04-10T09:00", cancel())
                .when("2026-04-10T10:00", reactivate().withSystem("navi"))
                .thenLicenses("ACTIVE MANUAL to 2026-04, open 4200: navi 1/1");
    }
}
