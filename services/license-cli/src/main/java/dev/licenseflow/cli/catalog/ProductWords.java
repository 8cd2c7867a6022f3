package dev.licenseflow.cli.catalog;

import dev.licenseflow.cli.words.Language;
import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.catalog.Product;
import dev.licenseflow.domain.catalog.ProductStatus;
import dev.licenseflow.domain.catalog.Proration;
import dev.licenseflow.domain.catalog.QuantityRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Products and their changes in words; other products are called by their names in the new version. */
final class ProductWords {

    private final Language language;
    private final CatalogVersion catalog;

    ProductWords(Language language, CatalogVersion catalog) {
        this.language = language;
        this.catalog = catalog;
    }

    /** A product that was not there before. */
    String introduce(Product product) {
        String kind = product.isSystem()
                ? language.of("sistema", "a system")
                : language.of("auxiliar de ", "an add-on of ") + names(product.eligibleSystems());
        String requires =
                product.requires().isEmpty() ? "" : language.of(", requer ", ", requires ") + names(product.requires());
        return language.of("Novo: ", "New: ") + called(product) + ", " + kind + requires + ", "
                + language.money(product.monthlyPriceCents()) + language.of(" por mês, ", " a month, ")
                + licenses(product.quantity()) + ", " + of(product.proration()) + "; "
                + of(product.status());
    }

    /** A product that the new version leaves out, which no version may (C3). */
    String missing(Product product) {
        return called(product)
                + language.of(" falta: deve ser retirado de venda, não omitido", " is missing: retire it instead");
    }

    /** Every change of one product; none if it is as it was. */
    List<String> changes(Product before, Product after) {
        String name = called(after);
        List<String> changes = new ArrayList<>();
        if (before.monthlyPriceCents() != after.monthlyPriceCents()) {
            changes.add(name + ": " + price(before.monthlyPriceCents(), after.monthlyPriceCents()));
        }
        if (before.proration() != after.proration()) {
            changes.add(name + language.of(": agora ", ": now ") + of(after.proration()));
        }
        if (before.status() != after.status()) {
            changes.add(name + ": " + of(after.status()) + language.of(" (antes: ", " (before: ") + of(before.status())
                    + ")");
        }
        if (!before.quantity().equals(after.quantity())) {
            changes.add(name + ": " + licenses(after.quantity()) + language.of(" (antes: ", " (before: ")
                    + licenses(before.quantity()) + ")");
        }
        if (before.kind() != after.kind()) {
            changes.add(name + language.of(": muda de tipo, o que não pode", ": changes its kind, which it may not"));
        }
        addDifferences(changes, name, before, after);
        if (!before.names().equals(after.names())) {
            changes.add(name + language.of(": antes chamado ", ": was called ") + language.nameOf(before));
        }
        return changes;
    }

    private void addDifferences(List<String> changes, String name, Product before, Product after) {
        List<String> gained = without(after.eligibleSystems(), before.eligibleSystems());
        List<String> lost = without(before.eligibleSystems(), after.eligibleSystems());
        List<String> needed = without(after.requires(), before.requires());
        List<String> freed = without(before.requires(), after.requires());
        if (!gained.isEmpty()) {
            changes.add(name + language.of(": agora também com ", ": now also with ") + names(gained));
        }
        if (!lost.isEmpty()) {
            changes.add(name
                    + language.of(": não mais com ", ": no longer with ")
                    + names(lost)
                    + language.of("; o que existe fica, mas não sobe", "; what is there stays, but may not rise"));
        }
        if (!needed.isEmpty()) {
            changes.add(name + language.of(": agora requer ", ": now requires ") + names(needed));
        }
        if (!freed.isEmpty()) {
            changes.add(name + language.of(": não requer mais ", ": no longer requires ") + names(freed));
        }
    }

    private String price(long before, long after) {
        String change = language.money(before) + " → " + language.money(after) + language.of(" por mês", " a month");
        return before == 0 ? change : change + " (" + percent(before, after) + ")";
    }

    private String percent(long before, long after) {
        BigDecimal percent = BigDecimal.valueOf(after - before)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(before), 1, RoundingMode.HALF_UP);
        String text = (percent.signum() > 0 ? "+" : "") + percent.toPlainString() + "%";
        return language.of(text.replace('.', ','), text);
    }

    private String of(ProductStatus status) {
        return switch (status) {
            case SELLABLE -> language.of("à venda", "sold");
            case RETIRED -> language.of("fora de venda, o que existe fica", "no longer sold, what is there stays");
            case DEDICATED_FLOW -> language.of("contratado em menu próprio", "contracted through a menu of its own");
        };
    }

    private String of(Proration proration) {
        return switch (proration) {
            case DAILY -> language.of("cobrado pelos dias que restam", "charged by the days left");
            case NONE -> language.of("cobrado sempre pelo mês inteiro", "always charged for the whole month");
        };
    }

    private String licenses(QuantityRange quantity) {
        if (quantity.min() == quantity.max()) {
            return quantity.max() == 1
                    ? language.of("1 licença", "1 license")
                    : quantity.max() + language.of(" licenças", " licenses");
        }
        return quantity.min() + language.of(" a ", " to ") + quantity.max() + language.of(" licenças", " licenses");
    }

    private String called(Product product) {
        return language.nameOf(product) + " (" + product.code() + ")";
    }

    private String names(List<String> codes) {
        return codes.stream()
                .map(code -> catalog.product(code).map(language::nameOf).orElse(code))
                .collect(Collectors.joining(language.of(" e ", " and ")));
    }

    private static List<String> without(List<String> codes, List<String> others) {
        return codes.stream().filter(code -> !others.contains(code)).toList();
    }
}
