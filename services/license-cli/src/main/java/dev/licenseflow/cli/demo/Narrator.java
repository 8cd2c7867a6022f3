package dev.licenseflow.cli.demo;

import dev.licenseflow.cli.client.BillingLedger.Balance;
import dev.licenseflow.cli.client.BillingLedger.Settling;
import dev.licenseflow.cli.words.Language;
import dev.licenseflow.cli.words.Palette;
import dev.licenseflow.cli.words.Phrase;
import dev.licenseflow.cli.words.TextTable;
import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.charge.Quote;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.decision.MonthTotals;
import dev.licenseflow.domain.decision.Outcome;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.schema.LicenseState;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;

/** Tells the story's decisions to a person: in words, and in tables where there are numbers. */
final class Narrator {

    private static final String INDENT = "   ";

    private final PrintWriter output;
    private final Language language;
    private final Palette palette;
    private final ZoneId zone;
    private final StateWords words;
    private final RecordTables tables;

    Narrator(PrintWriter output, Language language, Palette palette, CatalogVersion catalog, ZoneId zone) {
        this.output = output;
        this.language = language;
        this.palette = palette;
        this.zone = zone;
        this.words = new StateWords(language);
        this.tables = new RecordTables(language, catalog);
    }

    void say(String pt, String en) {
        output.println(language.of(pt, en));
        output.flush();
    }

    void heading(Phrase heading) {
        output.println("\n" + palette.strong(language.of(heading)));
    }

    void monthHeading(Phrase heading, YearMonth month) {
        output.println("\n" + palette.strong(language.of(heading) + ": " + language.month(month)));
    }

    void today(LocalDate today) {
        int left = today.lengthOfMonth() - today.getDayOfMonth() + 1;
        say(
                "Hoje é " + language.date(today) + ": dos " + today.lengthOfMonth() + " dias do mês restam " + left
                        + ", contando hoje.",
                "Today is " + language.date(today) + ": of the " + today.lengthOfMonth() + " days of the month " + left
                        + " are left, today included.");
    }

    void monthClosed(YearMonth month, MonthTotals totals) {
        print(tables.of(month, totals));
    }

    void request(Request request) {
        line(
                "Pedido    " + request.requestId() + " de " + request.customerId() + ", tela "
                        + words.of(request.channel()),
                "Request   " + request.requestId() + " of " + request.customerId() + ", screen "
                        + words.of(request.channel()));
    }

    void title(int number, Phrase title) {
        output.println();
        output.println(palette.strong(number + ". " + language.of(title)));
    }

    void customer(String customerId) {
        output.println();
        line("Cliente   " + customerId, "Customer  " + customerId);
    }

    void settlement(String settlementId) {
        line("Quitação  " + settlementId, "Settling  " + settlementId);
    }

    void settling(Settling settling) {
        String amount = language.money(settling.amountCents());
        line(
                "Cobrança  quitação " + words.settlement(settling.status()) + ": " + settling.settled() + " cobranças, "
                        + amount,
                "Ledger    settlement " + words.settlement(settling.status()) + ": " + settling.settled() + " charges, "
                        + amount);
    }

    void balance(Balance balance) {
        line(
                "Em aberto " + language.money(balance.ledgerCents()) + " no serviço de cobrança, "
                        + language.money(balance.licensesCents()) + " no tópico de licenças",
                "Open      " + language.money(balance.ledgerCents()) + " in the ledger, "
                        + language.money(balance.licensesCents()) + " on the licenses topic");
    }

    void answer(Answer answer) {
        Decision decision = answer.decision();
        String title = language.of("Decisão   ", "Decision  ");
        output.println(INDENT + title + coloured(decision.outcome()) + palette.faint(", " + circumstances(decision)));
        decision.reasons()
                .forEach(reason -> output.println(INDENT + language.of("Motivo    ", "Reason    ") + reason.code()
                        + ": " + language.messageOf(reason)));
        decision.quote().ifPresent(this::quote);
        settled(answer.settled());
        if (!answer.charges().isEmpty()) {
            charges(answer.charges());
        }
        answer.licenses().ifPresent(this::licenses);
    }

    void verdict(Phrase phrase, List<String> differences) {
        String meaning = language.of(phrase);
        if (differences.isEmpty()) {
            output.println(INDENT + palette.good("✔ ") + meaning);
        } else {
            output.println(INDENT
                    + palette.bad("✘ " + language.of("Não como diz o contrato: ", "Not as the contract says: "))
                    + meaning);
            differences.forEach(difference -> output.println(INDENT + "  " + palette.bad(difference)));
        }
        output.flush();
    }

    private void settled(List<Effect.ChargeSettled> settled) {
        if (settled.isEmpty()) {
            return;
        }
        String amount = language.money(Answer.sumCents(settled));
        line(
                "Quitadas  " + settled.size() + " cobranças, " + amount,
                "Settled   " + settled.size() + " charges, " + amount);
    }

    private void quote(Quote quote) {
        print(tables.of(language.of("Orçamento", "Quote"), quote.lines()));
        say(
                INDENT + "Mensalidade a partir do mês que vem: " + language.money(quote.monthlyTotalCents())
                        + "; o orçamento vale até " + language.time(quote.validUntil(), zone),
                INDENT + "From next month on " + language.money(quote.monthlyTotalCents())
                        + " a month; the quote is valid until " + language.time(quote.validUntil(), zone));
    }

    private void charges(List<Charge> charges) {
        String dueBy = language.date(charges.get(0).dueBy());
        print(tables.of(
                language.of("Cobrança até " + dueBy, "Charge due by " + dueBy),
                charges.stream().map(Charge::line).toList()));
    }

    private void licenses(LicenseState state) {
        print(tables.of(state));
        say(
                INDENT + "Cliente " + words.of(state.getStatus()) + ", revisão " + state.getRevision() + ", em aberto "
                        + language.money(state.getOpenChargesCents()),
                INDENT + "Customer " + words.of(state.getStatus()) + ", revision " + state.getRevision()
                        + ", open charges " + language.money(state.getOpenChargesCents()));
    }

    private void line(String pt, String en) {
        say(INDENT + pt, INDENT + en);
    }

    private void print(TextTable table) {
        table.lines().forEach(line -> output.println(INDENT + line));
    }

    private String coloured(Outcome outcome) {
        String word = words.of(outcome);
        return switch (outcome) {
            case APPLIED -> palette.good(word);
            case QUOTED -> palette.pending(word);
            case REJECTED -> palette.bad(word);
        };
    }

    private String circumstances(Decision decision) {
        String at = language.time(decision.decidedAt(), zone);
        return decision.changesWhatIsShown()
                ? at + language.of(", revisão ", ", revision ") + decision.revisionBefore() + " → "
                        + decision.revisionAfter()
                : at + language.of(", licenças como estavam", ", licenses as they were");
    }
}
