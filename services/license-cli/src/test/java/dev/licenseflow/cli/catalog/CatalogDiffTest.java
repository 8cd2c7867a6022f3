package dev.licenseflow.cli.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.cli.text.Language;
import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.messaging.json.CatalogYaml;
import dev.licenseflow.messaging.json.DefaultCatalog;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogDiffTest {

    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    @Test
    void aHigherPriceIsToldWithItsPercentage() {
        assertThat(changes("monthlyPriceCents: 3490", "monthlyPriceCents: 3990"))
                .containsExactly("  • Cloud (cloud): R$34.90 → R$39.90 a month (+14.3%)");
        assertThat(changes(Language.PT, "monthlyPriceCents: 3490", "monthlyPriceCents: 3000"))
                .containsExactly("  • Cloud (cloud): R$ 34,90 → R$ 30,00 por mês (-14,0%)");
    }

    @Test
    void aRetiredProductKeepsWhatIsThere() {
        assertThat(changes("""
                    monthlyPriceCents: 1575
                    proration: DAILY
                    status: SELLABLE""".indent(4).stripTrailing(), """
                    monthlyPriceCents: 1575
                    proration: NONE
                    status: RETIRED""".indent(4).stripTrailing()))
                .containsExactly(
                        "  • Payment order (ordem-pagamento): now always charged for the whole month",
                        "  • Payment order (ordem-pagamento): no longer sold, what is there stays (before: sold)");
    }

    @Test
    void requirementsAndEligibilityAreToldByName() {
        assertThat(changes("requires: [cloud]", "requires: [ordem-pagamento]"))
                .containsExactly(
                        "  • Link Mobile (link-movel): now requires Payment order",
                        "  • Link Mobile (link-movel): no longer requires Cloud");
        assertThat(changes(
                        "eligibleSystems: [link]\n    requires: [cloud]",
                        "eligibleSystems: [navi]\n    requires: [cloud]"))
                .containsExactly(
                        "  • Link Mobile (link-movel): now also with Navi Sales/PDV+",
                        "  • Link Mobile (link-movel): no longer with Link; what is there stays, but may not rise");
    }

    @Test
    void quantitiesAndNamesAreToldWithWhatTheyWere() {
        assertThat(changes(
                        "names: {pt: \"Cloud\", en: \"Cloud\"}\n    eligibleSystems: [link, navi]\n    requires: []\n"
                                + "    quantity: {min: 1, max: 1}",
                        "names: {pt: \"Nuvem\", en: \"Sky\"}\n    eligibleSystems: [link, navi]\n    requires: []\n"
                                + "    quantity: {min: 1, max: 5}"))
                .containsExactly(
                        "  • Sky (cloud): 1 to 5 licenses (before: 1 license)", "  • Sky (cloud): was called Cloud");
    }

    @Test
    void aNewProductIsIntroducedAndAMissingOneIsNamed() {
        CatalogVersion whole = DefaultCatalog.load();
        CatalogVersion less = new CatalogVersion(
                2,
                whole.effectiveFrom().plusSeconds(1),
                whole.currency(),
                whole.products().stream()
                        .filter(product -> !product.code().equals("link-movel"))
                        .toList());

        assertThat(diff(Language.EN, less, whole))
                .containsExactly(
                        "  + New: Link Mobile (link-movel), an add-on of Link, requires Cloud, R$26.33 a month, "
                                + "1 to 50 licenses, charged by the days left; sold");
        assertThat(diff(Language.EN, whole, less))
                .containsExactly("  - Link Mobile (link-movel) is missing: retire it instead");
    }

    @Test
    void theSameProductsAreSaidToBeTheSame() {
        CatalogVersion catalog = DefaultCatalog.load();

        assertThat(diff(Language.EN, catalog, catalog)).containsExactly("  Nothing changes in the products.");
    }

    private static List<String> changes(String before, String after) {
        return changes(Language.EN, before, after);
    }

    /** What is told when one passage of the default catalog is written otherwise. */
    private static List<String> changes(Language language, String before, String after) {
        String text = DefaultCatalog.text();
        assertThat(text).contains(before);
        return diff(language, CatalogYaml.parse(text), CatalogYaml.parse(text.replace(before, after)));
    }

    private static List<String> diff(Language language, CatalogVersion before, CatalogVersion after) {
        List<String> lines = new CatalogDiff(language, ZONE, before, after).lines();
        return lines.subList(1, lines.size());
    }
}
