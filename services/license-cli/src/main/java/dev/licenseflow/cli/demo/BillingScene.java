package dev.licenseflow.cli.demo;

import dev.licenseflow.cli.client.BillingLedger;
import dev.licenseflow.cli.client.BillingLedger.Balance;
import dev.licenseflow.cli.client.BillingLedger.Settling;
import dev.licenseflow.cli.demo.StoryTeller.Told;
import dev.licenseflow.cli.words.Phrase;
import dev.licenseflow.domain.decision.MonthTotals;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Who settles before the month ends is renewed by itself; who does not is expired, and renewed the moment the last charge
 * is settled (R2). The charges are settled at the billing ledger.
 */
final class BillingScene {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 100;

    private final StoryTeller teller;
    private final Narrator narrator;
    private final StoryPipeline pipeline;
    private final BillingLedger ledger;
    private final Story story;
    private final Set<String> customers = new LinkedHashSet<>();
    private final Set<String> changed = new LinkedHashSet<>();
    private YearMonth month = YearMonth.of(1, 1);
    private int number;

    /** @param suffix of the customers' ids */
    BillingScene(StoryTeller teller, StoryPipeline pipeline, BillingLedger ledger, String suffix) {
        this.teller = teller;
        this.narrator = teller.narrator();
        this.pipeline = pipeline;
        this.ledger = ledger;
        this.story = Story.read("billing", customer -> customer + suffix);
    }

    /** Plays the story of the first customer up to where the month would have to begin. */
    void playSettlement() throws InterruptedException {
        Optional<String> first = story.steps().get(0).customerId();
        for (StoryStep step : story.steps()) {
            if (!step.customerId().equals(first)) {
                return;
            }
            play(step);
        }
    }

    /**
     * The whole of it, on a pipeline whose month can be let begin.
     *
     * @param other another customer of the pipeline, of whom a virtual clock has told how its month ends
     */
    void play(MovablePipeline movable, Optional<HelpPageScene.Ending> other) throws InterruptedException {
        other.ifPresent(ending -> teller.values().others(ending.monthEnd().closed()));
        for (StoryStep step : story.steps()) {
            if (step.customerId().isPresent()) {
                play(step);
            } else {
                begin(step, movable, other);
            }
        }
        for (String customer : List.copyOf(changed)) {
            narrator.customer(customer);
            compareBalances(customer);
        }
    }

    private void play(StoryStep step) throws InterruptedException {
        step.heading().ifPresent(narrator::heading);
        number++;
        String customer = step.customerId().orElseThrow();
        customers.add(customer);
        if (step.line().request().isPresent()) {
            Told told = teller.ask(number, step, pipeline);
            month = teller.monthOf(told);
            show(customer, told.answer(), step.meaning());
        } else {
            narrator.title(number, step.title());
            settle(customer, step.meaning());
        }
    }

    private void settle(String customer, Phrase meaning) throws InterruptedException {
        compareBalances(customer);
        long cents = teller.values().openCents(customer);
        String settlementId = ledger.settleAll(customer);
        narrator.settlement(settlementId);
        Answer answer = pipeline.answerTo(customer, settlementId);
        show(customer, answer, meaning);
        Settling settling = await(
                () -> ledger.settlement(customer, settlementId),
                found -> !found.status().equals("PENDING"));
        narrator.settling(settling);
        teller.compare(
                new Phrase("A cobrança sabe da decisão (G4)", "The ledger knows of the decision (G4)"),
                new Settling("APPLIED", answer.settled().size(), 0, cents),
                settling);
        compareBalances(customer);
    }

    private void begin(StoryStep step, MovablePipeline movable, Optional<HelpPageScene.Ending> other)
            throws InterruptedException {
        for (String customer : List.copyOf(changed)) {
            compareBalances(customer);
        }
        YearMonth next = month.plusMonths(1);
        narrator.monthHeading(step.title(), next);
        MonthTotals totals = movable.begin(next);
        Iterator<Phrase> meanings = step.meanings().iterator();
        for (String customer : customers) {
            Answer answer = pipeline.answerTo(customer, next.toString());
            narrator.customer(customer);
            show(customer, answer, meanings.next());
        }
        if (other.isPresent()) {
            compareWithVirtualClock(other.get(), next);
        }
        teller.show(next, totals, meanings.next(), story);
    }

    private void show(String customer, Answer answer, Phrase meaning) {
        teller.show(answer, meaning, story);
        changed.add(customer);
    }

    private void compareWithVirtualClock(HelpPageScene.Ending other, YearMonth begun) throws InterruptedException {
        Answer live = pipeline.answerTo(other.customerId(), begun.toString());
        narrator.customer(other.customerId());
        teller.compare(
                new Phrase(
                        "O Kafka fechou o mês como o relógio virtual (T1)",
                        "Kafka closed the month as the virtual clock did (T1)"),
                other.monthEnd().close(),
                live);
    }

    private void compareBalances(String customer) throws InterruptedException {
        long cents = teller.values().openCents(customer);
        Balance expected = new Balance(cents, cents);
        Balance found = await(() -> ledger.balance(customer), expected::equals);
        narrator.balance(found);
        teller.compare(new Phrase("Os dois lados concordam", "Both sides agree"), expected, found);
        changed.remove(customer);
    }

    /** What the ledger says once that is as it should be, or else what it still says after a while. */
    private static <A> A await(Question<A> question, Predicate<A> isAnswered) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        A answer = question.ask();
        while (!isAnswered.test(answer) && System.nanoTime() - deadline < 0) {
            Thread.sleep(PAUSE_MILLIS);
            answer = question.ask();
        }
        return answer;
    }

    /** Something that the ledger is asked. */
    private interface Question<A> {

        A ask() throws InterruptedException;
    }
}
