package dev.licenseflow.domain.catalog;

import static dev.licenseflow.domain.fixture.ProductBuilder.addOn;
import static dev.licenseflow.domain.fixture.ProductBuilder.system;
import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.fixture.CatalogBuilder;
import dev.licenseflow.domain.fixture.ProductBuilder;
import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.fixture.ScenarioCatalog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a catalog document, all of it at once (C1, C3). */
@Rule("C3")
class CatalogRulesTest {

    private static final CatalogVersion FIRST = ScenarioCatalog.FIRST;
    private static final Instant LATER = ScenarioCatalog.SINCE.plus(Duration.ofDays(30));
    private static final Duration MARGIN = Duration.ofMinutes(1);

    @Test
    @Rule({"C1", "C3"})
    void theCatalogOfTheExamplesIsValid() {
        assertThat(CatalogRules.faults(FIRST, Optional.empty())).isEmpty();
        assertThat(CatalogRules.faults(next().build(), Optional.of(FIRST))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(CatalogFaultCode.class)
    void everyFaultIsFoundAloneAndNamesItsProduct(CatalogFaultCode code) {
        List<CatalogFault> faults = switch (code) {
            case UNKNOWN_REQUIRES -> faultsOf(addOn("x").requiring("nada"));
            case REQUIRES_RETIRED ->
                faults(next().with(addOn("y").status(ProductStatus.RETIRED))
                        .with(addOn("x").requiring("y")));
            case REQUIRES_NO_ADD_ON -> faultsOf(addOn("x").requiring("link"));
            case CYCLIC_REQUIRES -> faultsOf(addOn("x").requiring("x"));
            case REQUIRED_NOT_ELIGIBLE -> faultsOf(addOn("x").requiring("link-garcom"));
            case UNKNOWN_SYSTEM -> faultsOf(addOn("x").eligibleFor("nada"));
            case NO_ELIGIBLE_SYSTEM -> faultsOf(addOn("x").eligibleFor());
            case SYSTEM_NOT_PLAIN -> faultsOf(system("x").eligibleFor("link"));
            case MIN_ABOVE_MAX -> faultsOf(addOn("x").between(3, 2));
            case QUANTITY_OUT_OF_BOUNDS -> faultsOf(addOn("x").between(-1, 2));
            case NEGATIVE_PRICE -> faultsOf(addOn("x").priceCents(-1));
            case PRICE_OUT_OF_BOUNDS -> faultsOf(addOn("x").priceCents(1_000_000_001));
            case DUPLICATE_CODE -> faults(next().with(addOn("x")).with(addOn("x")));
            case MALFORMED_CODE -> faultsOf(addOn("X"));
            case TOO_MANY_PRODUCTS -> faults(withProducts(201));
            case BAD_CURRENCY -> faults(next().currency("USD"));
            case VERSION_NOT_NEXT -> faults(next().version(3));
            case EFFECTIVE_DATE_NOT_AFTER -> faults(next().effectiveFrom(FIRST.effectiveFrom()));
            case PRODUCT_MISSING -> faults(next().without("link-garcom"));
            case KIND_CHANGED ->
                faults(next().changing(
                                "tef",
                                product -> product.kind(ProductKind.SYSTEM)
                                        .eligibleFor()
                                        .between(1, 1)));
            case PUBLISHED_TOO_LATE ->
                CatalogHistory.of(List.of(published(FIRST, FIRST.effectiveFrom())), MARGIN)
                        .faults(published(next().build(), LATER), MARGIN);
        };
        assertThat(faults).extracting(CatalogFault::code).containsExactly(code);
        assertThat(faults.get(0).product()).isEqualTo(productOf(code));
        assertThat(faults.get(0)).hasToString(words(faults.get(0)));
        assertThat(faults.get(0).message()).isNotBlank();
    }

    private static String productOf(CatalogFaultCode code) {
        return switch (code) {
            case UNKNOWN_REQUIRES,
                    REQUIRES_RETIRED,
                    REQUIRES_NO_ADD_ON,
                    CYCLIC_REQUIRES,
                    REQUIRED_NOT_ELIGIBLE,
                    UNKNOWN_SYSTEM,
                    NO_ELIGIBLE_SYSTEM,
                    SYSTEM_NOT_PLAIN,
                    MIN_ABOVE_MAX,
                    QUANTITY_OUT_OF_BOUNDS,
                    NEGATIVE_PRICE,
                    PRICE_OUT_OF_BOUNDS,
                    DUPLICATE_CODE -> "x";
            case MALFORMED_CODE -> "X";
            case PRODUCT_MISSING -> "link-garcom";
            case KIND_CHANGED -> "tef";
            case TOO_MANY_PRODUCTS, BAD_CURRENCY, VERSION_NOT_NEXT, EFFECTIVE_DATE_NOT_AFTER, PUBLISHED_TOO_LATE -> "";
        };
    }

    private static String words(CatalogFault fault) {
        return fault.product().isEmpty()
                ? fault.code() + ": " + fault.message()
                : fault.code() + " (" + fault.product() + "): " + fault.message();
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        CatalogVersion broken = next().version(7)
                .effectiveFrom(FIRST.effectiveFrom())
                .currency("real")
                .without("cloud")
                .changing("link", product -> product.requiring("tef").between(0, 2))
                .changing("tef", product -> product.between(9, 0).priceCents(-5))
                .with(addOn("Bad Code").eligibleFor("link", "mac").requiring("link", "nada"))
                .with(addOn("a").requiring("b"))
                .with(addOn("b").requiring("a"))
                .with(addOn("b"))
                .build();
        assertThat(CatalogRules.faults(broken, Optional.of(FIRST)))
                .extracting(fault -> fault.code() + " " + fault.product())
                .containsExactly(
                        "BAD_CURRENCY ",
                        "DUPLICATE_CODE b",
                        "SYSTEM_NOT_PLAIN link",
                        "SYSTEM_NOT_PLAIN link",
                        "UNKNOWN_REQUIRES link-movel",
                        "MIN_ABOVE_MAX tef",
                        "QUANTITY_OUT_OF_BOUNDS tef",
                        "NEGATIVE_PRICE tef",
                        "MALFORMED_CODE Bad Code",
                        "UNKNOWN_SYSTEM Bad Code",
                        "REQUIRES_NO_ADD_ON Bad Code",
                        "UNKNOWN_REQUIRES Bad Code",
                        "CYCLIC_REQUIRES a",
                        "CYCLIC_REQUIRES b",
                        "VERSION_NOT_NEXT ",
                        "EFFECTIVE_DATE_NOT_AFTER ",
                        "BAD_CURRENCY ",
                        "PRODUCT_MISSING cloud");
    }

    @Test
    void aCircleOfAnyLengthIsFoundAndWhatLeadsToItIsNot() {
        assertThat(faults(next().with(addOn("a").requiring("b"))
                        .with(addOn("b").requiring("cloud", "c"))
                        .with(addOn("c").requiring("d", "b"))
                        .with(addOn("d").requiring("cloud"))))
                .extracting(fault -> fault.code() + " " + fault.product())
                .containsExactly("CYCLIC_REQUIRES b", "CYCLIC_REQUIRES c");
    }

    @Test
    void theProductsOfACircleAreNamedInTheOrderOfTheirCodes() {
        CatalogBuilder circle = next();
        for (int i = 0; i < 40; i++) {
            circle.with(addOn("circle-" + i).requiring("circle-" + (i + 1) % 40));
        }
        assertThat(faults(circle)).hasSize(40).extracting(CatalogFault::product).isSorted();
    }

    @Test
    void aDiamondIsNoCircle() {
        assertThat(faults(next().with(addOn("a").requiring("b", "c"))
                        .with(addOn("b").requiring("cloud"))
                        .with(addOn("c").requiring("cloud"))))
                .isEmpty();
    }

    @Test
    void aRequiredAddOnHasToWorkWithEverySystemOfTheOneThatRequiresIt() {
        List<CatalogFault> faults = faultsOf(addOn("x").requiring("link-garcom"));
        assertThat(faults).hasSize(1);
        assertThat(faults.get(0).message()).contains("link-garcom", "'navi'");
        assertThat(faultsOf(addOn("x").eligibleFor("link").requiring("link-garcom")))
                .isEmpty();
    }

    @Test
    void anAddOnIsNoSystemToBeEligibleFor() {
        assertThat(faultsOf(addOn("x").eligibleFor("link", "cloud")))
                .extracting(CatalogFault::code)
                .containsExactly(CatalogFaultCode.UNKNOWN_SYSTEM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "1", "a-1", "link-movel", "a1b2-c3"})
    void aCodeOfLowerCaseLettersDigitsAndSingleHyphensIsFine(String code) {
        assertThat(faultsOf(addOn(code).code(code)))
                .extracting(CatalogFault::code)
                .doesNotContain(CatalogFaultCode.MALFORMED_CODE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "a b", "-a", "a-", "a--b", "ção", "a:b", "a_b"})
    void anyOtherCodeIsMalformed(String code) {
        assertThat(faultsOf(addOn(code)))
                .extracting(CatalogFault::code)
                .containsExactly(CatalogFaultCode.MALFORMED_CODE);
    }

    @Test
    void aCodeHasAtMost64Characters() {
        assertThat(faultsOf(addOn("x".repeat(64)))).isEmpty();
        assertThat(faultsOf(addOn("x".repeat(65))))
                .extracting(CatalogFault::code)
                .containsExactly(CatalogFaultCode.MALFORMED_CODE);
    }

    @Test
    void theBoundsThemselvesAreAllowed() {
        assertThat(faultsOf(addOn("x").between(0, 100_000).priceCents(1_000_000_000)))
                .isEmpty();
        assertThat(faultsOf(addOn("x").between(1, 1).priceCents(0))).isEmpty();
        assertThat(faults(withProducts(200))).isEmpty();
        assertThat(faultsOf(system("x").between(0, 1))).isEmpty();
    }

    @Test
    void beyondTheBoundsIsNot() {
        assertThat(faultsOf(addOn("x").between(1, 100_001)))
                .extracting(CatalogFault::code)
                .containsExactly(CatalogFaultCode.QUANTITY_OUT_OF_BOUNDS);
        assertThat(faultsOf(addOn("x").between(0, 0)))
                .extracting(CatalogFault::code)
                .containsExactly(CatalogFaultCode.QUANTITY_OUT_OF_BOUNDS);
    }

    @Test
    void aSystemIsPlain() {
        for (UnaryOperator<ProductBuilder> change : List.<UnaryOperator<ProductBuilder>>of(
                product -> product.eligibleFor("link"),
                product -> product.requiring("cloud"),
                product -> product.between(1, 2),
                product -> product.between(0, 2))) {
            assertThat(faultsOf(change.apply(system("x"))))
                    .extracting(CatalogFault::code)
                    .containsExactly(CatalogFaultCode.SYSTEM_NOT_PLAIN);
        }
        assertThat(faultsOf(system("x").between(2, 1)))
                .extracting(CatalogFault::code)
                .containsExactly(CatalogFaultCode.MIN_ABOVE_MAX, CatalogFaultCode.SYSTEM_NOT_PLAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "BR", "brl", "BRLX", "R$ "})
    void aCurrencyIsThreeCapitalLetters(String currency) {
        CatalogVersion catalog = CatalogBuilder.copyOf(FIRST).currency(currency).build();
        assertThat(CatalogRules.faults(catalog, Optional.empty()))
                .extracting(CatalogFault::code)
                .containsExactly(CatalogFaultCode.BAD_CURRENCY);
    }

    @Test
    void theFirstVersionIsNumberOne() {
        CatalogVersion second = CatalogBuilder.copyOf(FIRST).version(2).build();
        assertThat(CatalogRules.faults(second, Optional.empty()))
                .extracting(CatalogFault::code)
                .containsExactly(CatalogFaultCode.VERSION_NOT_NEXT);
        assertThat(faults(next().version(1)))
                .extracting(CatalogFault::code)
                .containsExactly(CatalogFaultCode.VERSION_NOT_NEXT);
    }

    @Test
    void aMillisecondAfterThePreviousVersionIsAfter() {
        assertThat(faults(next().effectiveFrom(FIRST.effectiveFrom().plusMillis(1))))
                .isEmpty();
        assertThat(faults(next().effectiveFrom(FIRST.effectiveFrom().minusMillis(1))))
                .extracting(CatalogFault::code)
                .containsExactly(CatalogFaultCode.EFFECTIVE_DATE_NOT_AFTER);
    }

    @Test
    @Rule({"C2", "C3"})
    void aVersionHasToBeKnownThePublishMarginBefore() {
        CatalogVersion second = next().build();
        assertThat(CatalogRules.lateness(second, LATER.minus(MARGIN), MARGIN)).isEmpty();
        Optional<CatalogFault> late =
                CatalogRules.lateness(second, LATER.minus(MARGIN).plusMillis(1), MARGIN);
        assertThat(late).isPresent();
        assertThat(late.get().message()).contains(second.effectiveFrom().toString());
        assertThat(CatalogRules.lateness(FIRST, FIRST.effectiveFrom().plusSeconds(1), MARGIN))
                .isEmpty();
    }

    private static CatalogBuilder next() {
        return CatalogBuilder.after(FIRST, LATER);
    }

    private static CatalogBuilder withProducts(int count) {
        CatalogBuilder catalog = next();
        for (int more = FIRST.products().size(); more < count; more++) {
            catalog.with(addOn("x" + more));
        }
        return catalog;
    }

    private static List<CatalogFault> faultsOf(ProductBuilder product) {
        return faults(next().with(product));
    }

    private static List<CatalogFault> faults(CatalogBuilder catalog) {
        return CatalogRules.faults(catalog.build(), Optional.of(FIRST));
    }

    private static PublishedCatalog published(CatalogVersion catalog, Instant at) {
        return new PublishedCatalog(catalog, at);
    }
}
