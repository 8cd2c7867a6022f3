package dev.licenseflow.processor.processor;

import dev.licenseflow.domain.catalog.CatalogHistory;
import dev.licenseflow.domain.decision.Decided;
import dev.licenseflow.domain.decision.MonthTotals;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.messaging.mapping.ClosedPartition;
import dev.licenseflow.messaging.mapping.MonthBegin;
import dev.licenseflow.processor.state.MonthSweep;
import dev.licenseflow.processor.store.MonthSweepStore;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;

/**
 * Sees to it that months are closed (M4, M5). A month is due once the partition's own time, that of its records, has
 * passed the boundary; so no request that was appended before it can be overtaken. On a quiet partition nothing moves
 * that time: there the wall clock notices that the boundary has passed and appends one tick to the partition's own part
 * of the clock topic, behind all that waits.
 */
final class MonthCloseStep implements Processor<String, byte[], Object, Object> {

    /** At least this long between two ticks: a broker's clock that lags behind ours gets another one, not a flood. */
    private static final Duration TICK_SPACING = Duration.ofSeconds(5);

    private final Steps steps;
    private ProcessorContext<Object, Object> context;
    private PartitionState partition;
    private MonthSweepStore sweeps;
    private boolean tickIsOnItsWay;
    private Instant lastTick = Instant.EPOCH;

    MonthCloseStep(Steps steps) {
        this.steps = steps;
    }

    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
        partition = PartitionState.of(steps, processorContext);
        sweeps = partition.sweeps();
        Duration interval = steps.settings().sweepInterval();
        context.schedule(interval, PunctuationType.STREAM_TIME, partitionTime -> sweep());
        context.schedule(interval, PunctuationType.WALL_CLOCK_TIME, wallClock -> {
            sweep();
            tickIfQuiet(Instant.ofEpochMilli(wallClock));
        });
    }

    /** A tick says nothing but its time. */
    @Override
    public void process(Record<String, byte[]> tick) {
        tickIsOnItsWay = false;
        sweeps.open(Instant.ofEpochMilli(tick.timestamp()), steps.calendar());
    }

    /** Works on the oldest month that is due, if one is, until the month is closed or the turn is over. */
    private void sweep() {
        Optional<YearMonth> due = partitionMonth();
        if (due.isPresent()) {
            sweeps.load()
                    .filter(sweep -> sweep.closedThrough().isBefore(due.get()))
                    .ifPresent(this::closeSlice);
        }
    }

    private void tickIfQuiet(Instant now) {
        YearMonth month = steps.calendar().monthOf(now);
        boolean behind = partitionMonth().map(known -> known.isBefore(month)).orElse(true);
        if (!behind || tickIsOnItsWay || now.isBefore(lastTick.plus(TICK_SPACING))) {
            return;
        }
        int number = context.taskId().partition();
        MonthBegin tick = new MonthBegin(month, number);
        context.forward(
                new Record<>(Integer.toString(number), tick, now.toEpochMilli()),
                steps.topics().clock().egress());
        tickIsOnItsWay = true;
        lastTick = now;
    }

    /**
     * Goes on through the customers of the partition and closes the month for a bounded number of them. Where it has come to is
     * stored with what it did, so a crash neither repeats nor misses a customer.
     */
    private void closeSlice(MonthSweep before) {
        YearMonth month = before.closedThrough().plusMonths(1);
        CatalogHistory catalogs = steps.catalogs().history();
        long deadlineNanos = System.nanoTime() + steps.settings().sweepBudget().toNanos();
        int looksLeft = steps.settings().sweepCustomers();
        MonthTotals total = before.totals().getOrDefault(month, MonthTotals.ZERO);
        String cursor = before.cursor().orElse("");
        SortedMap<YearMonth, MonthTotals> totals = new TreeMap<>(before.totals());
        try (KeyValueIterator<String, CustomerLicenses> customers =
                partition.customers().from(cursor)) {
            while (customers.hasNext()) {
                if (looksLeft == 0 || System.nanoTime() - deadlineNanos >= 0) {
                    totals.put(month, total);
                    sweeps.save(
                            new MonthSweep(before.closedThrough(), Optional.of(month), Optional.of(cursor), totals));
                    return;
                }
                KeyValue<String, CustomerLicenses> customer = customers.next();
                if (!customer.key.equals(cursor)) {
                    total = close(customer.value, catalogs, month, total);
                    cursor = customer.key;
                    looksLeft--;
                }
            }
        }
        report(month, total);
        totals.remove(month);
        sweeps.save(new MonthSweep(month, Optional.empty(), Optional.empty(), totals));
    }

    /** Returns the total with this customer's close. */
    private MonthTotals close(CustomerLicenses licenses, CatalogHistory catalogs, YearMonth month, MonthTotals total) {
        Optional<Decided> close = steps.engine().closeMonth(licenses, catalogs, month);
        if (close.isEmpty()) {
            return total;
        }
        partition.enterClose(close.get());
        partition.save(licenses, close.get().after());
        return total.with(close.get().decision());
    }

    private void report(YearMonth month, MonthTotals total) {
        int number = context.taskId().partition();
        Instant start = steps.calendar().startOf(month);
        ClosedPartition closed = new ClosedPartition(month, number, steps.partitions(), total, steps.currencyAt(start));
        context.forward(
                new Record<>(Integer.toString(number), closed, start.toEpochMilli()),
                steps.topics().monthCloses().egress());
    }

    /** The month of the partition's own time; empty before its first record. */
    private Optional<YearMonth> partitionMonth() {
        long time = context.currentStreamTimeMs();
        return time < 0 ? Optional.empty() : Optional.of(steps.calendar().monthOf(Instant.ofEpochMilli(time)));
    }
}
