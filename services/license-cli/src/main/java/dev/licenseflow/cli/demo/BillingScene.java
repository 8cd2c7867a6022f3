package dev.licenseflow.cli.demo;

import dev.licenseflow.cli.demo.BillingDesk.Books;
import dev.licenseflow.cli.demo.BillingDesk.Settling;
import dev.licenseflow.cli.demo.StoryTeller.Told;
import dev.licenseflow.cli.words.Phrase;
import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.license.RenewalMethod;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.domain.month.MonthTotals;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who settles before the month ends is renewed by itself; who does not is expired, and renewed the moment the last charge
 * is settled (R2). The charges are settled at the billing ledger.
 */
final class BillingScene {

    private static final String PUNCTUAL_CUSTOMER = "mercado-da-ana";
    private static final String LATE_CUSTOMER = "lanchonete-do-joao";

    private final StoryTeller teller;
    private final Narrator narrator;
    private final BusinessCalendar calendar;
    private final StoryPipeline pipeline;
    private final BillingDesk desk;
    private final BillingStory punctual;
    private final BillingStory late;
    private int steps;

    /** @param suffix of the customers' ids */
    BillingScene(
            StoryTeller teller,
            CatalogVersion catalog,
            BusinessCalendar calendar,
            StoryPipeline pipeline,
            BillingDesk desk,
            String suffix) {
        this.teller = teller;
        this.narrator = teller.narrator();
        this.calendar = calendar;
        this.pipeline = pipeline;
        this.desk = desk;
        this.punctual = story(PUNCTUAL_CUSTOMER + suffix, catalog);
        this.late = story(LATE_CUSTOMER + suffix, catalog);
    }

    private BillingStory story(String customerId, CatalogVersion catalog) {
        return new BillingStory(customerId, new ContractModel(catalog, calendar.zone(), RenewalMethod.MANAGED_BILLING));
    }

    /** Registered, more licenses, all of it settled. */
    void playSettlement() throws InterruptedException {
        narrator.heading("\nCobrança: quem quita antes da renovação", "\nBilling: who settles before the renewal");
        List<StoryStep> asked = new ArrayList<>(List.of(punctual.registration()));
        asked.addAll(punctual.addition());
        for (StoryStep step : asked) {
            tell(step);
        }
        settle(punctual, new Phrase("Quitado, antes da renovação (G4)", "Settled, before the renewal (G4)"));
    }

    /**
     * The whole of it, on a pipeline whose month can be let begin.
     *
     * @param other another customer of the pipeline, of whom a virtual clock has told how its month ends
     */
    void play(MovablePipeline movable, Optional<HelpPageScene.Ending> other) throws InterruptedException {
        playSettlement();
        narrator.heading("\nCobrança: quem não quita", "\nBilling: who does not settle");
        Told registered = tell(late.registration());
        compareBooks(late);

        YearMonth month = teller.monthOf(registered).plusMonths(1);
        narrator.monthHeading("O mês vira, no relógio do broker", "The month ends, on the clock of the broker", month);
        MonthTotals totals = movable.begin(month);
        showBegin(
                punctual,
                month,
                new Phrase(
                        "Nada em aberto: renovado na virada, sem pedido, pelo preço cheio (R2)",
                        "Nothing open: renewed at the boundary, without a request, at the full price (R2)"));
        showBegin(
                late,
                month,
                new Phrase(
                        "Há cobranças em aberto: vencido, até que sejam quitadas (R2)",
                        "Charges are open: expired, until they are settled (R2)"));
        compareWithVirtualClock(other, month);
        showTotals(month, totals, other);
        settle(
                late,
                new Phrase(
                        "A última cobrança está quitada: renovado na hora (R2)",
                        "The last charge is settled: renewed at once (R2)"));
        narrator.customer(punctual.customerId());
        compareBooks(punctual);
    }

    private Told tell(StoryStep step) throws InterruptedException {
        steps++;
        Told told = teller.ask(steps, step, pipeline);
        teller.show(told);
        return told;
    }

    private void settle(BillingStory story, Phrase meaning) throws InterruptedException {
        ContractModel contract = story.contract();
        steps++;
        narrator.title(
                steps,
                new Phrase(
                        "Todas as cobranças de " + story.customerId() + " são quitadas na cobrança",
                        "All charges of " + story.customerId() + " are settled at the billing ledger"));
        compareBooks(story);
        int charges = contract.openCharges();
        long cents = contract.openCents();
        String settlementId = desk.settleAll(story.customerId());
        narrator.settlement(settlementId);
        Answer answer = pipeline.answerTo(story.customerId(), settlementId);
        teller.show(answer, meaning, contract.settled(answer.decision().decidedAt()));
        Settling settling = desk.settling(story.customerId(), settlementId);
        narrator.settling(settling);
        teller.judge(
                new Phrase("A cobrança sabe da decisão (G4)", "The ledger knows of the decision (G4)"),
                Facts.of(new Settling("APPLIED", charges, 0, cents)).differencesFrom(Facts.of(settling)));
        compareBooks(story);
    }

    private void compareBooks(BillingStory story) throws InterruptedException {
        long cents = story.contract().openCents();
        Books books = desk.books(story.customerId(), cents);
        narrator.books(books);
        teller.judge(
                new Phrase("Os dois lados concordam", "Both sides agree"),
                Facts.of(new Books(cents, cents)).differencesFrom(Facts.of(books)));
    }

    private void showBegin(BillingStory story, YearMonth month, Phrase meaning) throws InterruptedException {
        Answer answer = pipeline.answerTo(story.customerId(), month.toString());
        narrator.customer(story.customerId());
        teller.show(answer, meaning, story.contract().monthBegun(month));
    }

    private void compareWithVirtualClock(Optional<HelpPageScene.Ending> other, YearMonth month)
            throws InterruptedException {
        if (other.isEmpty()) {
            return;
        }
        Answer virtual = other.get().monthEnd().close();
        Answer live = pipeline.answerTo(other.get().customerId(), month.toString());
        narrator.customer(other.get().customerId());
        teller.judge(
                new Phrase(
                        "O Kafka fechou o mês como o relógio virtual (T1)",
                        "Kafka closed the month as the virtual clock did (T1)"),
                live.equals(virtual) ? List.of() : List.of("expected " + virtual + ", found " + live));
    }

    private void showTotals(YearMonth month, MonthTotals totals, Optional<HelpPageScene.Ending> other) {
        MonthTotals expected = new MonthTotals(
                        2, 0, 0, 1, 1, 0, punctual.contract().openCents())
                .plus(other.map(ending -> ending.monthEnd().closed()).orElse(MonthTotals.ZERO));
        narrator.monthClosed(month, totals);
        teller.judge(
                new Phrase("O fechamento diz o que mudou (M4)", "The month close says what changed (M4)"),
                Facts.of(expected).differencesFrom(Facts.of(totals)));
    }
}
