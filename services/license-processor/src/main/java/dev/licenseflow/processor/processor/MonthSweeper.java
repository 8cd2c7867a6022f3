package dev.licenseflow.processor.processor;

import dev.licenseflow.domain.catalog.CatalogHistory;
import dev.licenseflow.domain.decision.Decided;
import dev.licenseflow.domain.desk.LicenseDesk;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.month.MonthTotals;
import dev.licenseflow.messaging.mapping.ClosedPartition;
import dev.licenseflow.messaging.state.MonthSweep;
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

    private final StepTools tools;
    private final ProcessorContext<Object, Object> context;

    MonthSweeper(StepTools tools, ProcessorContext<Object, Object> context) {
        this.tools = tools;
        this.context = context;
    }

    /** Works on the oldest month that is due, if one is, until the month is closed or the turn is over. */
    void turn(YearMonth partitionMonth) {
        Optional<MonthSweep> known = tools.sweeps().load();
        if (known.isEmpty() || !known.get().closedThrough().isBefore(partitionMonth)) {
            return;
        }
        YearMonth month = known.get().closedThrough().plusMonths(1);
        Slice slice = new Slice(month, known.get());
        boolean finished = slice.run();
        if (finished) {
            finish(month, slice.totals());
        } else {
            tools.sweeps().save(slice.progress());
        }
    }

    private void finish(YearMonth month, SortedMap<YearMonth, MonthTotals> totals) {
        int partition = context.taskId().partition();
        MonthTotals total = totals.getOrDefault(month, MonthTotals.ZERO);
        long boundary = tools.parts().calendar().startOf(month).toEpochMilli();
        context.forward(
                new Record<>(Integer.toString(partition), new ClosedPartition(month, partition, total), boundary),
                tools.parts().outlets().monthCloses());
        SortedMap<YearMonth, MonthTotals> later = new TreeMap<>(totals);
        later.remove(month);
        tools.sweeps().save(new MonthSweep(month, Optional.empty(), Optional.empty(), later));
    }

    /** One turn's worth of customers. */
    private final class Slice {

        private final YearMonth month;
        private final MonthSweep before;
        private final CatalogHistory catalogs = tools.parts().catalogs().history();
        private final LicenseDesk desk = tools.parts().desk();
        private final long deadlineNanos;
        private int looksLeft;
        private MonthTotals total;
        private String cursor;

        Slice(YearMonth month, MonthSweep before) {
            this.month = month;
            this.before = before;
            this.deadlineNanos =
                    System.nanoTime() + tools.parts().settings().sweepBudget().toNanos();
            this.looksLeft = tools.parts().settings().sweepCustomers();
            this.total = before.totals().getOrDefault(month, MonthTotals.ZERO);
            this.cursor = before.cursor().orElse("");
        }

        /** Whether no customer is left. */
        boolean run() {
            try (KeyValueIterator<String, CustomerLicenses> customers =
                    tools.customers().from(cursor)) {
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
            Optional<Decided> close = desk.closeMonth(licenses, catalogs, month);
            if (close.isEmpty()) {
                return;
            }
            CustomerFile file = CustomerFile.of(licenses, tools);
            file.enterClose(close.get());
            file.save();
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
