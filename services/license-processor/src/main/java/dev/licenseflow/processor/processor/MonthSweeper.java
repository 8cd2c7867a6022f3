package dev.licenseflow.processor.processor;

import dev.licenseflow.domain.catalog.CatalogHistory;
import dev.licenseflow.domain.decision.Decided;
import dev.licenseflow.domain.decision.MonthTotals;
import dev.licenseflow.domain.engine.LicenseEngine;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.messaging.mapping.ClosedPartition;
import dev.licenseflow.processor.state.MonthSweep;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;

/**
 * Goes through all customers of the partition and closes the month for each, a bounded slice at a turn. Where it has
 * come to is stored with what it did, so a crash neither repeats nor misses a customer (M4).
 */
final class MonthSweeper {

    private final Steps steps;
    private final PartitionState partition;
    private final ProcessorContext<Object, Object> context;

    MonthSweeper(Steps steps, PartitionState partition, ProcessorContext<Object, Object> context) {
        this.steps = steps;
        this.partition = partition;
        this.context = context;
    }

    /** Works on the oldest month that is due, if one is, until the month is closed or the turn is over. */
    void turn(YearMonth partitionMonth) {
        Optional<MonthSweep> known = partition.sweeps().load();
        if (known.isEmpty() || !known.get().closedThrough().isBefore(partitionMonth)) {
            return;
        }
        YearMonth month = known.get().closedThrough().plusMonths(1);
        Slice slice = new Slice(month, known.get());
        boolean finished = slice.run();
        if (finished) {
            finish(month, slice.totals());
        } else {
            partition.sweeps().save(slice.progress());
        }
    }

    private void finish(YearMonth month, SortedMap<YearMonth, MonthTotals> totals) {
        int number = context.taskId().partition();
        MonthTotals total = totals.getOrDefault(month, MonthTotals.ZERO);
        Instant start = steps.calendar().startOf(month);
        long boundary = start.toEpochMilli();
        ClosedPartition closed = new ClosedPartition(month, number, steps.partitions(), total, steps.currencyAt(start));
        context.forward(
                new Record<>(Integer.toString(number), closed, boundary),
                steps.topics().monthCloses().egress());
        SortedMap<YearMonth, MonthTotals> later = new TreeMap<>(totals);
        later.remove(month);
        partition.sweeps().save(new MonthSweep(month, Optional.empty(), Optional.empty(), later));
    }

    /** One turn's worth of customers. */
    private final class Slice {

        private final YearMonth month;
        private final MonthSweep before;
        private final CatalogHistory catalogs = steps.catalogs().history();
        private final LicenseEngine engine = steps.engine();
        private final long deadlineNanos;
        private int looksLeft;
        private MonthTotals total;
        private String cursor;

        Slice(YearMonth month, MonthSweep before) {
            this.month = month;
            this.before = before;
            this.deadlineNanos =
                    System.nanoTime() + steps.settings().sweepBudget().toNanos();
            this.looksLeft = steps.settings().sweepCustomers();
            this.total = before.totals().getOrDefault(month, MonthTotals.ZERO);
            this.cursor = before.cursor().orElse("");
        }

        /** Whether no customer is left. */
        boolean run() {
            try (KeyValueIterator<String, CustomerLicenses> customers =
                    partition.customers().from(cursor)) {
                while (customers.hasNext()) {
                    if (looksLeft == 0 || System.nanoTime() - deadlineNanos >= 0) {
                        return false;
                    }
                    KeyValue<String, CustomerLicenses> customer = customers.next();
                    if (!customer.key.equals(cursor)) {
                        close(customer.value);
                        cursor = customer.key;
                        looksLeft--;
                    }
                }
                return true;
            }
        }

        private void close(CustomerLicenses licenses) {
            Optional<Decided> close = engine.closeMonth(licenses, catalogs, month);
            if (close.isEmpty()) {
                return;
            }
            partition.enterClose(close.get());
            partition.save(licenses, close.get().after());
            total = total.with(close.get().decision());
        }

        SortedMap<YearMonth, MonthTotals> totals() {
            SortedMap<YearMonth, MonthTotals> totals = new TreeMap<>(before.totals());
            totals.put(month, total);
            return totals;
        }

        MonthSweep progress() {
            return new MonthSweep(before.closedThrough(), Optional.of(month), Optional.of(cursor), totals());
        }
    }
}
