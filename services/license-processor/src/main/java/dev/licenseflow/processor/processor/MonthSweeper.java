package dev.licenseflow.processor.processor;

import dev.licenseflow.domain.catalog.CatalogHistory;
import dev.licenseflow.domain.decision.Decided;
import dev.licenseflow.domain.decision.MonthTotals;
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
record MonthSweeper(Steps steps, PartitionState partition, ProcessorContext<Object, Object> context) {

    /** Works on the oldest month that is due, if one is, until the month is closed or the turn is over. */
    void turn(YearMonth partitionMonth) {
        partition
                .sweeps()
                .load()
                .filter(sweep -> sweep.closedThrough().isBefore(partitionMonth))
                .ifPresent(this::closeSlice);
    }

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
                    partition
                            .sweeps()
                            .save(new MonthSweep(
                                    before.closedThrough(), Optional.of(month), Optional.of(cursor), totals));
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
        partition.sweeps().save(new MonthSweep(month, Optional.empty(), Optional.empty(), totals));
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
}
