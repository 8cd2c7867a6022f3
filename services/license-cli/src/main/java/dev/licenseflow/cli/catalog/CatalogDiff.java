package dev.licenseflow.cli.catalog;

import dev.licenseflow.cli.words.Language;
import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.catalog.Product;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a new catalog version changes, for those who have to explain it to partners. */
public final class CatalogDiff {

    private final Language language;
    private final ZoneId zone;

    /** @param zone in which the date is told */
    public CatalogDiff(Language language, ZoneId zone) {
        this.language = language;
        this.zone = zone;
    }

    /** A line for the version, then one for each change, in the order of the new version's products. */
    public List<String> lines(CatalogVersion before, CatalogVersion after) {
        List<String> lines = new ArrayList<>();
        String from = language.time(after.effectiveFrom(), zone);
        lines.add(language.of(
                "A versão " + after.version() + " vale a partir de " + from + ", no lugar da versão " + before.version()
                        + ":",
                "Version " + after.version() + " takes effect at " + from + ", in place of version " + before.version()
                        + ":"));
        ProductWords words = new ProductWords(language, after);
        for (Product product : after.products()) {
            Optional<Product> old = before.product(product.code());
            if (old.isEmpty()) {
                lines.add("  + " + words.introduce(product));
            } else {
                words.changes(old.get(), product).forEach(change -> lines.add("  • " + change));
            }
        }
        for (Product product : before.products()) {
            if (after.product(product.code()).isEmpty()) {
                lines.add("  - " + words.missing(product));
            }
        }
        if (lines.size() == 1) {
            lines.add(language.of("  Nada muda nos produtos.", "  Nothing changes in the products."));
        }
        return lines;
    }
}
