package dev.licenseflow.cli.demo;

import dev.licenseflow.cli.words.Language;
import dev.licenseflow.cli.words.TextTable;
import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.charge.ChargeLine;
import dev.licenseflow.domain.decision.MonthTotals;
import dev.licenseflow.domain.engine.Pricing;
import dev.licenseflow.schema.LicenseState;
import dev.licenseflow.schema.license.ProductQuantities;
import java.time.YearMonth;
import java.util.List;

/** What records say in numbers, as tables with the names that the catalog gives the products. */
record RecordTables(Language language, CatalogVersion catalog) {

    TextTable of(YearMonth month, MonthTotals totals) {
        return TextTable.of(
                        language.of("Fechamento", "Month close"),
                        language.of(">Clientes", ">Customers"),
                        language.of(">Produtos retirados", ">Products removed"),
                        language.of(">Renovados", ">Renewed"),
                        language.of(">Vencidos", ">Expired"),
                        language.of(">Cobranças", ">Charges"))
                .row(
                        language.month(month),
                        Long.toString(totals.customers()),
                        Long.toString(totals.removed()),
                        Long.toString(totals.renewed()),
                        Long.toString(totals.expired()),
                        language.money(totals.chargesCents()));
    }

    TextTable of(String title, List<ChargeLine> lines) {
        TextTable table = TextTable.of(
                title,
                language.of(">Licenças", ">Licenses"),
                language.of(">Preço mensal", ">Monthly price"),
                language.of(">Dias", ">Days"),
                language.of(">Valor", ">Amount"));
        lines.forEach(line -> table.row(
                name(line.product()),
                Integer.toString(line.quantity()),
                language.money(line.unitPriceCents()),
                line.daysCharged() + "/" + line.daysInMonth(),
                language.money(line.amountCents())));
        if (lines.size() > 1) {
            table.total("Total", "", "", "", language.money(Pricing.totalCents(lines)));
        }
        return table;
    }

    TextTable of(LicenseState state) {
        TextTable table = TextTable.of(
                language.of("Licenças", "Licenses"),
                language.of(">Agora", ">Now"),
                language.of(">Mês que vem", ">Next month"));
        for (ProductQuantities product : state.getProducts()) {
            table.row(
                    name(product.getProduct()),
                    Integer.toString(product.getActive()),
                    product.getNext() == 0 ? "—" : Integer.toString(product.getNext()));
        }
        return table;
    }

    private String name(String code) {
        return catalog.product(code).map(language::nameOf).orElse(code);
    }
}
