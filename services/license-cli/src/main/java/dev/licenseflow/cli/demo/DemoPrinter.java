package dev.licenseflow.cli.demo;

import dev.licenseflow.cli.demo.BillingLedger.Balance;
import dev.licenseflow.cli.demo.BillingLedger.SettlementProgress;
import dev.licenseflow.cli.text.Language;
import dev.licenseflow.cli.text.TerminalColors;
import dev.licenseflow.cli.text.TextTable;
import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.charge.ChargeLine;
import dev.licenseflow.domain.charge.Quote;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.decision.MonthTotals;
import dev.licenseflow.domain.decision.Outcome;
import dev.licenseflow.domain.engine.Pricing;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.schema.LicenseState;
import dev.licenseflow.schema.license.ProductQuantities;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;

/** Prints what happens in the demo: in sentences, and in tables where there are numbers. */
record DemoPrinter(PrintWriter output, Language language, TerminalColors colors, CatalogVersion catalog, ZoneId zone) {

    private static final String INDENT = "   ";

    /** The sentence with this key, after an empty line. */
    void paragraph(String key, Object... arguments) {
        print("\n" + language.text(key, arguments));
    }

    void heading(String heading) {
        print("\n" + colors.strong(heading));
    }

    void monthHeading(String heading, YearMonth month) {
        heading(heading + ": " + language.month(month));
    }

    void title(int number, String title) {
        heading(number + ". " + title);
    }

    void today(LocalDate today) {
        int days = today.lengthOfMonth();
        print(language.text("demo.today", language.date(today), days, days - today.getDayOfMonth() + 1));
    }

    void customer(String customerId) {
        print("");
        line("demo.customer", customerId);
    }

    void request(Request request) {
        line("demo.request", request.requestId(), request.customerId(), language.word(request.channel()));
    }

    void settlement(String settlementId) {
        line("demo.settlement", settlementId);
    }

    void settlement(SettlementProgress settlement) {
        line(
                "demo.ledgerSettlement",
                language.word(settlement.status()),
                settlement.settled(),
                language.money(settlement.amountCents()));
    }

    void balance(Balance balance) {
        line("demo.balance", language.money(balance.ledgerCents()), language.money(balance.licensesCents()));
    }

    void monthClosed(YearMonth month, MonthTotals totals) {
        print(table("table.monthClose")
                .row(
                        language.month(month),
                        Long.toString(totals.customers()),
                        Long.toString(totals.removed()),
                        Long.toString(totals.renewed()),
                        Long.toString(totals.expired()),
                        language.money(totals.chargesCents())));
    }

    void records(DecisionRecords records) {
        Decision decision = records.decision();
        line("demo.decision", outcome(decision.outcome()) + colors.faint(", " + circumstances(decision)));
        decision.reasons().forEach(reason -> line("demo.reason", reason.code(), language.messageOf(reason)));
        decision.quote().ifPresent(this::quote);
        List<Effect.ChargeSettled> settled = DecisionRecords.settledBy(decision);
        if (!settled.isEmpty()) {
            line("demo.settled", settled.size(), language.money(DecisionRecords.sumCents(settled)));
        }
        if (!records.charges().isEmpty()) {
            print(chargeLines(
                    table(
                            "table.charges",
                            language.date(records.charges().get(0).dueBy())),
                    records.charges().stream().map(Charge::line).toList()));
        }
        records.licenses().ifPresent(this::licenses);
    }

    /** Whether something came out as the contract says, or how it differs. */
    void verdict(String meaning, List<String> differences) {
        if (differences.isEmpty()) {
            print(INDENT + colors.good("✔ ") + meaning);
        } else {
            print(INDENT + colors.bad("✘ " + language.text("demo.wrong") + " ") + meaning);
            differences.forEach(difference -> print(INDENT + "  " + colors.bad(difference)));
        }
    }

    private void quote(Quote quote) {
        print(chargeLines(table("table.quote"), quote.lines()));
        line("demo.quote", language.money(quote.monthlyTotalCents()), language.time(quote.validUntil(), zone));
    }

    private void licenses(LicenseState state) {
        TextTable table = table("table.licenses");
        for (ProductQuantities product : state.getProducts()) {
            table.row(
                    name(product.getProduct()),
                    Integer.toString(product.getActive()),
                    product.getNext() == 0 ? "—" : Integer.toString(product.getNext()));
        }
        print(table);
        line(
                "demo.status",
                language.word(state.getStatus()),
                state.getRevision(),
                language.money(state.getOpenChargesCents()));
    }

    private TextTable chargeLines(TextTable table, List<ChargeLine> lines) {
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

    private String outcome(Outcome outcome) {
        String word = language.word(outcome);
        return switch (outcome) {
            case APPLIED -> colors.good(word);
            case QUOTED -> colors.pending(word);
            case REJECTED -> colors.bad(word);
        };
    }

    private String circumstances(Decision decision) {
        return language.time(decision.decidedAt(), zone)
                + (decision.changesWhatIsShown()
                        ? language.text("demo.revision", decision.revisionBefore(), decision.revisionAfter())
                        : language.text("demo.sameRevision"));
    }

    private String name(String code) {
        return catalog.product(code).map(language::nameOf).orElse(code);
    }

    private TextTable table(String key, Object... arguments) {
        return TextTable.of(language.text(key, arguments).split("\\|", -1));
    }

    private void line(String key, Object... arguments) {
        print(INDENT + language.text(key, arguments));
    }

    private void print(TextTable table) {
        table.lines().forEach(line -> print(INDENT + line));
    }

    private void print(String text) {
        output.println(text);
        output.flush();
    }
}
