package dev.licenseflow.processor.processor;

import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.MonthTotals;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.processor.state.MonthSweep;
import dev.licenseflow.processor.store.MonthSweepStore;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Keeps the partition's account of month closes: from which month on they are due, and what each did, whether the sweep
 * closed a customer or a request came first (M2, M4).
 */
final class MonthLedger {

    private final MonthSweepStore store;
    private final BusinessCalendar calendar;
    private boolean opened;

    MonthLedger(MonthSweepStore store, BusinessCalendar calendar) {
        this.store = store;
        this.calendar = calendar;
    }

    /** The partition's first record opens the account: no month before it has anything to close. */
    void open(Instant at) {
        if (opened) {
            return;
        }
        if (store.load().isEmpty()) {
            store.save(new MonthSweep(
                    calendar.monthOf(at), Optional.empty(), Optional.empty(), new TreeMap<YearMonth, MonthTotals>()));
        }
        opened = true;
    }

    /** Counts a customer's close into its month. */
    void count(Decision monthClose) {
        MonthSweep sweep = store.load().orElseThrow();
        YearMonth month = YearMonth.parse(monthClose.causeId());
        SortedMap<YearMonth, MonthTotals> totals = new TreeMap<>(sweep.totals());
        totals.put(month, totals.getOrDefault(month, MonthTotals.ZERO).with(monthClose));
        store.save(new MonthSweep(sweep.closedThrough(), sweep.sweeping(), sweep.cursor(), totals));
    }
}
