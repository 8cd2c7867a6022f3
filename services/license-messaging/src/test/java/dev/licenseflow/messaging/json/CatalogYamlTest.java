package dev.licenseflow.messaging.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.licenseflow.domain.catalog.CatalogRules;
import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.catalog.Product;
import dev.licenseflow.domain.catalog.ProductKind;
import dev.licenseflow.domain.catalog.ProductNames;
import dev.licenseflow.domain.catalog.ProductStatus;
import dev.licenseflow.domain.catalog.Proration;
import dev.licenseflow.domain.catalog.QuantityRange;
import dev.licenseflow.messaging.sample.Catalogs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogYamlTest {

    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");

    private static final String ONE_PRODUCT = """
            version: 1
            effectiveFrom: 2026-01-01T00:00:00-03:00
            currency: BRL
            products:
              - code: link
                kind: SYSTEM
                names: {pt: "Link", en: "Link"}
                quantity: {min: 1, max: 1}
                monthlyPriceCents: 12000
                proration: DAILY
                status: SELLABLE
            """;

    static List<CatalogVersion> catalogs() {
        return Catalogs.many();
    }

    @Test
    void theCatalogOfTheScenariosIsReadAndValid() throws IOException {
        CatalogVersion catalog = CatalogYaml.parse(roundPrices());
        assertThat(CatalogRules.faults(catalog, Optional.empty())).isEmpty();
        assertThat(catalog.version()).isEqualTo(1);
        assertThat(catalog.effectiveFrom()).isEqualTo(Instant.parse("2026-01-01T03:00:00Z"));
        assertThat(catalog.products()).hasSize(10);
        assertThat(catalog.product("link-movel"))
                .contains(new Product(
                        "link-movel",
                        new ProductNames("Link Móvel", "Link Mobile"),
                        ProductKind.ADD_ON,
                        List.of("link"),
                        List.of("cloud"),
                        new QuantityRange(1, 50),
                        2_500,
                        Proration.DAILY,
                        ProductStatus.SELLABLE));
    }

    @Test
    void theDefaultCatalogIsValidAndHasTheProductsOfTheScenarios() throws IOException {
        CatalogVersion catalog = DefaultCatalog.load();
        assertThat(CatalogRules.faults(catalog, Optional.empty())).isEmpty();
        assertThat(catalog.version()).isEqualTo(1);
        assertThat(catalog.products().stream().map(Product::code))
                .containsExactlyElementsOf(CatalogYaml.parse(roundPrices()).products().stream()
                        .map(Product::code)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void everyCatalogReadsAsItWasWritten(CatalogVersion catalog) {
        assertThat(CatalogYaml.parse(CatalogYaml.write(catalog, SAO_PAULO))).isEqualTo(catalog);
    }

    @Test
    void theTimeIsWrittenWithTheOffsetOfTheZone() {
        assertThat(CatalogYaml.write(DefaultCatalog.load(), SAO_PAULO))
                .startsWith("version: 1\neffectiveFrom: \"2026-01-01T00:00:00-03:00\"\ncurrency: \"BRL\"\nproducts:\n");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            version: 1                 | version: one          | line 1: version: expected a whole number, found "one"
            version: 1                 | version: 1.5          | line 1: version: expected a whole number, found 1.5
            2026-01-01T00:00:00-03:00  | 2026-01-01            | line 2: effectiveFrom: expected an instant such as 2026-03-10T10:00:00-03:00, at most with milliseconds, found "2026-01-01"
            currency: BRL              | currency:             | line 3: currency: is missing
            kind: SYSTEM               | kind: system          | line 6: products[0].kind: expected one of SYSTEM, ADD_ON, found "system"
            kind: SYSTEM               | kind: [SYSTEM]        | line 6: products[0].kind: expected one of SYSTEM, ADD_ON, found a list
            code: link                 | code: 7               | line 5: products[0].code: expected text, found 7
            max: 1                     | most: 1               | line 8: products[0].quantity.max: is missing
            12000                      | 99999999999999999999  | line 9: products[0].monthlyPriceCents: expected a whole number from -9223372036854775808 to 9223372036854775807, found 99999999999999999999
            proration: DAILY           | kind: ADD_ON          | line 10: products[0].kind: stands there more than once
            status: SELLABLE           | requires: cloud       | line 11: products[0].requires: expected a list, found "cloud"
            """)
    void whatIsNoCatalogIsNamedWithItsLine(String part, String replacement, String fault) {
        assertThat(ONE_PRODUCT).contains(part);
        assertThat(faults(ONE_PRODUCT.replace(part, replacement))).contains(fault);
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        String text = ONE_PRODUCT.replace("DAILY", "WEEKLY").replace("max: 1", "max: many") + "colour: blue\n";
        assertThat(faults(text))
                .containsExactly(
                        "line 8: products[0].quantity.max: expected a whole number, found \"many\"",
                        "line 10: products[0].proration: expected one of DAILY, NONE, found \"WEEKLY\"",
                        "line 12: colour: unknown field, expected only version, effectiveFrom, currency, products, author, note");
    }

    @Test
    void whatIsMissingIsNamedOnceAndNotWhatWouldBeInIt() {
        assertThat(faults(ONE_PRODUCT.replace("    quantity: {min: 1, max: 1}\n", "")))
                .containsExactly("line 5: products[0].quantity: is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "7", "- a", "a: [", "a: b: c", "\t- x", "a: *nowhere", "--- \nversion: 1\n---\nversion: 2"})
    void whatIsNoDocumentIsRefused(String text) {
        assertThatThrownBy(() -> CatalogYaml.parse(text)).isInstanceOf(CatalogFormatException.class);
    }

    @Test
    void aFaultOfTheYamlItselfIsNamedWithItsLine() {
        assertThat(faults("version: 1\nproducts: [\n"))
                .containsExactly("line 3: not valid YAML: while parsing a flow node"
                        + " expected the node content, but found '<stream end>'");
    }

    private static List<String> faults(String text) {
        CatalogFormatException refused =
                catchThrowableOfType(CatalogFormatException.class, () -> CatalogYaml.parse(text));
        assertThat(refused)
                .hasMessage(String.join(
                        "\n",
                        refused.faults().stream()
                                .map(CatalogTextFault::toString)
                                .toList()));
        return refused.faults().stream().map(CatalogTextFault::toString).toList();
    }

    private static String roundPrices() throws IOException {
        try (InputStream text = CatalogYamlTest.class.getResourceAsStream("/catalog/round-prices.yaml")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
