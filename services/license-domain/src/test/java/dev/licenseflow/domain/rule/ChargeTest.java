package dev.licenseflow.domain.rule;

import static dev.licenseflow.domain.fixture.RequestBuilder.add;
import static dev.licenseflow.domain.fixture.RequestBuilder.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.charge.ChargeKind;
import dev.licenseflow.domain.charge.ChargeLine;
import dev.licenseflow.domain.decision.Decided;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.fixture.CatalogBuilder;
import dev.licenseflow.domain.fixture.ProductBuilder;
import dev.licenseflow.domain.fixture.PureCore;
import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.fixture.Scenario;
import dev.licenseflow.domain.fixture.ScenarioCatalog;
import dev.licenseflow.domain.month.BusinessCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Charges and proportional amounts (G1 to G3). */
class ChargeTest {

    @Test
    @Rule({"G1", "R6"})
    void aChargeSaysEverythingThatBillingNeeds() {
        List<Charge> charges = Scenario.onPureCore()
                .when(
                        "2026-03-10T10:00",
                        register("link").with("link-garcom", 2).partner("p7"))
                .answer()
                .charges();
        assertThat(charges)
                .containsExactly(
                        new Charge(
                                "c1:2026-03:p7:r1:link",
                                ChargeKind.INITIAL,
                                "c1",
                                "p7",
                                new ChargeLine("link", 1, 12_000, 22, 31, 8_516),
                                "BRL",
                                YearMonth.of(2026, 3),
                                "r1",
                                1,
                                Optional.empty(),
                                Optional.empty()),
                        new Charge(
                                "c1:2026-03:p7:r1:link-garcom",
                                ChargeKind.INITIAL,
                                "c1",
                                "p7",
                                new ChargeLine("link-garcom", 2, 1_000, 22, 31, 1_419),
                                "BRL",
                                YearMonth.of(2026, 3),
                                "r1",
                                1,
                                Optional.empty(),
                                Optional.empty()));
        assertThat(charges).extracting(Charge::dueBy).containsOnly(LocalDate.of(2026, 3, 31));
        assertThat(charges).extracting(Charge::periodFrom).containsOnly(Optional.of(LocalDate.of(2026, 3, 10)));
        assertThat(charges).extracting(Charge::periodThrough).containsOnly(Optional.of(LocalDate.of(2026, 3, 31)));
    }

    @Test
    @Rule("G1")
    void anAdditionIsIdentifiedByItsRequest() {
        assertThat(Scenario.onPureCore()
                        .given("2026-03-10T10:00", register("link"))
                        .when(
                                "2026-03-11T10:00",
                                add("cloud", 1).accepting(9_999).id("req:7"))
                        .answer()
                        .charges())
                .extracting(Charge::chargeId)
                .containsExactly("c1:2026-03:p1:req%3A7:cloud");
    }

    @Test
    @Rule({"G1", "D9"})
    void aDecisionNamesItsChargesAndTheCatalogThatPricedThem() {
        Decided decided = Scenario.onPureCore()
                .when("2026-03-10T10:00", register("link").with("cloud", 1))
                .answer();
        assertThat(decided.decision().chargeIds()).containsExactly("c1:2026-03:p1:r1:cloud", "c1:2026-03:p1:r1:link");
        assertThat(decided.decision().catalogVersion()).isEqualTo(1);
    }

    @Test
    @Rule("G3")
    void aDecisionCannotGoWithoutItsChargesNorWithOthers() {
        Decided decided =
                Scenario.onPureCore().when("2026-03-10T10:00", register("link")).answer();
        assertThatThrownBy(() -> new Decided(decided.decision(), List.of(), decided.after()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("r1");
        assertThatThrownBy(() -> new Decided(decided.decision().repeated("again"), decided.charges(), decided.after()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(decided.decision().effects())
                .contains(new Effect.ChargeOpened("c1:2026-03:p1:r1:link", "link", YearMonth.of(2026, 3), 8_516));
    }

    @ParameterizedTest
    @CsvSource({
        // Price 1 for 1 of 2 halves: half up means up.
        "2026-04-16T09:00, 1,     1, 15, 30, 1",
        "2026-04-17T09:00, 1,     1, 14, 30, 0",
        // Exactly one half at several sizes, and just below.
        "2026-04-30T09:00, 15,    1, 1,  30, 1",
        "2026-04-30T09:00, 14,    1, 1,  30, 0",
        "2026-04-30T09:00, 45,    1, 1,  30, 2",
        "2026-03-31T09:00, 15,    1, 1,  31, 0",
        "2026-03-31T09:00, 16,    1, 1,  31, 1",
        // Rounded once per line: three times 333.33 is 1000, not 999.
        "2026-04-21T09:00, 1000,  3, 10, 30, 1000",
        // A whole month, and the largest amounts a catalog allows.
        "2026-03-01T00:00, 12000, 1, 31, 31, 12000",
        "2026-03-01T00:00, 1000000000, 100000, 31, 31, 100000000000000",
        "2026-03-02T00:00, 1000000000, 100000, 30, 31, 96774193548387"
    })
    @Rule("G2")
    void theAmountIsPriceTimesQuantityTimesDaysRoundedHalfUpOncePerLine(
            String at, long price, int quantity, int days, int daysInMonth, long amount) {
        Scenario scenario = onCatalog(CatalogBuilder.copyOf(ScenarioCatalog.FIRST)
                .with(ProductBuilder.addOn("assento").priceCents(price).between(1, 100_000))
                .build());
        List<ChargeLine> lines = scenario.given(at, register("link"))
                .when(at, add("assento", quantity).accepting(-1).andAdd("cloud", 1))
                .answer()
                .decision()
                .quote()
                .orElseThrow()
                .lines();
        assertThat(lines.get(0)).isEqualTo(new ChargeLine("assento", quantity, price, days, daysInMonth, amount));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T00:00,        31, 31",
        "2026-03-01T23:59:59.999, 31, 31",
        "2026-03-02T00:00,        30, 31",
        "2026-03-31T23:59:59.999, 1,  31",
        "2026-04-01T00:00,        30, 30",
        "2026-04-30T23:59:59.999, 1,  30",
        "2026-02-28T23:59:59.999, 1,  28",
        "2028-02-01T00:00,        29, 29",
        "2028-02-28T23:59:59.999, 2,  29",
        "2028-02-29T23:59:59.999, 1,  29",
        "2026-12-31T23:59:59.999, 1,  31",
        "2027-01-01T00:00,        31, 31"
    })
    @Rule("G2")
    void theDayOfTheOrderIsCounted(String at, int daysCharged, int daysInMonth) {
        assertThat(Scenario.onPureCore()
                        .when(at, register("link"))
                        .answer()
                        .charges()
                        .get(0)
                        .line())
                .isEqualTo(new ChargeLine(
                        "link", 1, 12_000, daysCharged, daysInMonth, Math.round(12_000.0 * daysCharged / daysInMonth)));
    }

    @Test
    @Rule("G2")
    void aPriceThatIsNotProratedIsChargedInFullOnAnyDay() {
        assertThat(Scenario.onPureCore()
                        .when("2026-03-31T23:59:59.999", register("navi").with("pagamento-integrado", 1))
                        .answer()
                        .charges())
                .extracting(Charge::line)
                .containsExactly(
                        new ChargeLine("navi", 1, 6_000, 1, 31, 194),
                        new ChargeLine("pagamento-integrado", 1, 2_000, 31, 31, 2_000));
    }

    @Test
    @Rule("G1")
    void anAmountOfNothingIsNotCharged() {
        Scenario scenario = onCatalog(CatalogBuilder.copyOf(ScenarioCatalog.FIRST)
                .changing("cloud", product -> product.priceCents(15))
                .changing("link", product -> product.priceCents(0))
                .build());
        scenario.when("2026-03-31T09:00", register("link").with("cloud", 1).accepting(0))
                .then("""
                        APPLIED r1, revision 0 -> 1
                          registered by p1 with link, MANUAL, paid through 2026-03
                          cloud 0/0 -> 1/1
                          link 0/0 -> 1/1
                        """);
    }

    @Test
    @Rule("G1")
    void theMonthIsThatOfTheBusinessZone() {
        Charge charge = Scenario.onPureCore()
                .when("2026-03-31T23:30", register("link"))
                .answer()
                .charges()
                .get(0);
        assertThat(charge.month()).isEqualTo(YearMonth.of(2026, 3));
        assertThat(Instant.parse("2026-04-01T02:30:00Z"))
                .isEqualTo(Scenario.onPureCore().instant("2026-03-31T23:30"));
    }

    private static Scenario onCatalog(CatalogVersion catalog) {
        PureCore core = new PureCore(BusinessCalendar.SAO_PAULO);
        core.publish(catalog, ScenarioCatalog.SINCE);
        return Scenario.on(core);
    }
}
