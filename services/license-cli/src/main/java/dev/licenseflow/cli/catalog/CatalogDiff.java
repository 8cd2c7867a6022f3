package dev.licenseflow.cli.catalog;

import dev.licenseflow.cli.text.Language;
import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.catalog.Product;
import dev.licenseflow.domain.catalog.QuantityRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a new catalog version changes, in sentences for partners.
 *
 * @param zone of the date
 * @param before the version that is replaced
 * @param after the new version; products are called by their names in it
 */
record CatalogDiff(Language language, ZoneId zone, CatalogVersion before, CatalogVersion after) {

    /** A line for the version, then one for each change, in the order of the new version's products. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(language.text(
                "diff.version", after.version(), language.time(after.effectiveFrom(), zone), before.version()));
        for (Product product : after.products()) {
            Optional<Product> old = before.product(product.code());
            if (old.isEmpty()) {
                lines.add("  + " + introduction(product));
            } else {
                changes(old.get(), product).forEach(change -> lines.add("  • " + change));
            }
        }
        // No version may leave a product out (C3).
        before.products().stream()
                .filter(product -> after.product(product.code()).isEmpty())
                .forEach(product -> lines.add("  - " + language.text("diff.missing", called(product))));
        if (lines.size() == 1) {
            lines.add("  " + language.text("diff.same"));
        }
        return lines;
    }

    private String introduction(Product product) {
        return language.text(
                "diff.new",
                called(product),
                product.isSystem()
                        ? language.text("diff.system")
                        : language.text("diff.addOn", names(product.eligibleSystems())),
                product.requires().isEmpty() ? "" : language.text("diff.requires", names(product.requires())),
                language.money(product.monthlyPriceCents()),
                licenses(product.quantity()),
                language.word(product.proration()),
                language.word(product.status()));
    }

    /** Every change of one product; none if it is as it was. */
    private List<String> changes(Product old, Product now) {
        List<String> changes = new ArrayList<>();
        if (old.monthlyPriceCents() != now.monthlyPriceCents()) {
            changes.add(price(old.monthlyPriceCents(), now.monthlyPriceCents()));
        }
        if (old.proration() != now.proration()) {
            changes.add(language.text("diff.proration", language.word(now.proration())));
        }
        if (old.status() != now.status()) {
            changes.add(language.text("diff.was", language.word(now.status()), language.word(old.status())));
        }
        if (!old.quantity().equals(now.quantity())) {
            changes.add(language.text("diff.was", licenses(now.quantity()), licenses(old.quantity())));
        }
        if (old.kind() != now.kind()) {
            changes.add(language.text("diff.kind"));
        }
        addDifference(changes, "diff.eligible", now.eligibleSystems(), old.eligibleSystems());
        addDifference(changes, "diff.notEligible", old.eligibleSystems(), now.eligibleSystems());
        addDifference(changes, "diff.required", now.requires(), old.requires());
        addDifference(changes, "diff.notRequired", old.requires(), now.requires());
        if (!old.names().equals(now.names())) {
            changes.add(language.text("diff.renamed", language.nameOf(old)));
        }
        changes.replaceAll(change -> called(now) + ": " + change);
        return changes;
    }

    private void addDifference(List<String> changes, String key, List<String> codes, List<String> others) {
        List<String> only =
                codes.stream().filter(code -> !others.contains(code)).toList();
        if (!only.isEmpty()) {
            changes.add(language.text(key, names(only)));
        }
    }

    private String price(long old, long now) {
        String change = language.text("diff.price", language.money(old), language.money(now));
        return old == 0 ? change : change + " (" + percent(old, now) + ")";
    }

    private String percent(long old, long now) {
        BigDecimal percent = BigDecimal.valueOf(now - old)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(old), 1, RoundingMode.HALF_UP);
        String text = (percent.signum() > 0 ? "+" : "") + percent.toPlainString() + "%";
        return language.of(text.replace('.', ','), text);
    }

    private String licenses(QuantityRange quantity) {
        if (quantity.min() != quantity.max()) {
            return language.text("diff.range", quantity.min(), quantity.max());
        }
        return quantity.max() == 1 ? language.text("diff.license") : language.text("diff.licenses", quantity.max());
    }

    private String called(Product product) {
        return language.nameOf(product) + " (" + product.code() + ")";
    }

    private String names(List<String> codes) {
        return codes.stream()
                .map(code -> after.product(code).map(language::nameOf).orElse(code))
                .collect(Collectors.joining(" " + language.text("diff.and") + " "));
    }
}
