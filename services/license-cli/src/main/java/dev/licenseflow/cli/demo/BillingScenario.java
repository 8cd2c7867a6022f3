package dev.licenseflow.cli.demo;

import dev.licenseflow.billing.settlement.LedgerSettlement.SettlementStatus;
import dev.licenseflow.cli.demo.BillingLedger.Balance;
import dev.licenseflow.cli.demo.BillingLedger.SettlementProgress;
import dev.licenseflow.cli.demo.DemoScenario.Step;
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
 * A customer that settles before the month ends is renewed by itself. One that does not is expired, and renewed the moment
 * its last charge is settled (R2). The charges are settled at the billing ledger.
 */
final class BillingScenario {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 100;

    private final ScenarioChecker checker;
    private final DemoPrinter printer;
    private final DemoPipeline pipeline;
    private final BillingLedger ledger;
    private final DemoScenario scenario;
    private final Set<String> customers = new LinkedHashSet<>();

    /** Customers whose balances are still to be compared. */
    private final Set<String> changed = new LinkedHashSet<>();

    private YearMonth month = YearMonth.of(1, 1);
    private int number;

    /** @param suffix of the customers' ids */
    BillingScenario(ScenarioChecker checker, DemoPipeline pipeline, BillingLedger ledger, String suffix) {
        this.checker = checker;
        this.printer = checker.printer();
        this.pipeline = pipeline;
        this.ledger = ledger;
        this.scenario = DemoScenario.read("billing", printer.language(), customer -> customer + suffix);
    }

    /** Plays the steps of the first customer up to where the month would have to begin. */
    void playSettlement() throws InterruptedException {
        Optional<String> first = scenario.steps().get(0).line().customerId();
        for (Step step : scenario.steps()) {
            if (!step.line().customerId().equals(first)) {
                return;
            }
            play(step);
        }
    }

    /**
     * Plays all of it.
     *
     * @param months starts a month on the pipeline
     * @param replay of another customer of the pipeline, whose month ended on a virtual clock
     */
    void play(MonthStarter months, Optional<VirtualReplay> replay) throws InterruptedException {
        replay.ifPresent(other -> checker.values().others(other.totals()));
        for (Step step : scenario.steps()) {
            if (step.line().customerId().isPresent()) {
                play(step);
            } else {
                begin(step, months, replay);
            }
        }
        for (String customer : List.copyOf(changed)) {
            printer.customer(customer);
            compareBalances(customer);
        }
    }

    private void play(Step step) throws InterruptedException {
        step.heading().ifPresent(printer::heading);
        number++;
        String customer = step.line().customerId().orElseThrow();
        customers.add(customer);
        if (step.line().request().isPresent()) {
            DecisionRecords records = checker.ask(number, step, pipeline);
            month = YearMonth.from(records.decision().decidedAt().atZone(printer.zone()));
            check(customer, records, step.meaning());
        } else {
            printer.title(number, step.title());
            settle(customer, step.meaning());
        }
    }

    private void settle(String customer, String meaning) throws InterruptedException {
        compareBalances(customer);
        long cents = checker.values().openCents(customer);
        String settlementId = ledger.settleAll(customer);
        printer.settlement(settlementId);
        DecisionRecords records = pipeline.decisionOn(customer, settlementId);
        check(customer, records, meaning);
        SettlementProgress settlement = await(
                () -> ledger.settlement(customer, settlementId), found -> found.status() != SettlementStatus.PENDING);
        printer.settlement(settlement);
        int settled = DecisionRecords.settledBy(records.decision()).size();
        checker.compare(
                "demo.ledgerKnows", new SettlementProgress(SettlementStatus.APPLIED, settled, 0, cents), settlement);
        compareBalances(customer);
    }

    private void begin(Step step, MonthStarter months, Optional<VirtualReplay> replay) throws InterruptedException {
        for (String customer : List.copyOf(changed)) {
            compareBalances(customer);
        }
        YearMonth next = month.plusMonths(1);
        printer.monthHeading(step.title(), next);
        MonthTotals totals = months.begin(next);
        Iterator<String> meanings = step.meanings().iterator();
        for (String customer : customers) {
            DecisionRecords records = pipeline.decisionOn(customer, next.toString());
            printer.customer(customer);
            check(customer, records, meanings.next());
        }
        if (replay.isPresent()) {
            DecisionRecords virtual = replay.get().close();
            String customer = virtual.decision().customerId();
            DecisionRecords live = pipeline.decisionOn(customer, next.toString());
            printer.customer(customer);
            checker.compare("demo.kafkaSame", virtual, live);
        }
        checker.check(next, totals, meanings.next(), scenario);
    }

    private void check(String customer, DecisionRecords records, String meaning) {
        checker.check(records, meaning, scenario);
        changed.add(customer);
    }

    private void compareBalances(String customer) throws InterruptedException {
        long cents = checker.values().openCents(customer);
        Balance expected = new Balance(cents, cents);
        Balance found = await(() -> ledger.balance(customer), expected::equals);
        printer.balance(found);
        checker.compare("demo.bothAgree", expected, found);
        changed.remove(customer);
    }

    /** The first answer of the ledger that is as expected, or its last one when the time is over. */
    private static <A> A await(Question<A> question, Predicate<A> isAnswered) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        A answer = question.ask();
        while (!isAnswered.test(answer) && System.nanoTime() - deadline < 0) {
            Thread.sleep(PAUSE_MILLIS);
            answer = question.ask();
        }
        return answer;
    }

    private interface Question<A> {

        A ask() throws InterruptedException;
    }

    /** Moves the clock of a pipeline to the start of a month. */
    interface MonthStarter {

        /** Starts the month and waits until all partitions are closed; the totals of all customers (M4). */
        MonthTotals begin(YearMonth month) throws InterruptedException;
    }
}
