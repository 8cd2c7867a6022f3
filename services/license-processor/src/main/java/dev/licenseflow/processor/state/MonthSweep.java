package dev.licenseflow.processor.state;

import dev.licenseflow.domain.decision.MonthTotals;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far a partition has got with closing months (M4). Months are of the business zone.
 *
 * @param closedThrough the last month all of whose closes are done and reported
 * @param sweeping the month that is being closed, if one is; later than {@code closedThrough}
 * @param cursor the last customer that the sweep is done with
 * @param totals of the months not reported yet, closes that a request brought about included (M2)
 */
public record MonthSweep(
        YearMonth closedThrough,
        Optional<YearMonth> sweeping,
        Optional<String> cursor,
        SortedMap<YearMonth, MonthTotals> totals) {

    public MonthSweep {
        if (cursor.isPresent() && sweeping.isEmpty()) {
            throw new IllegalArgumentException("A cursor at " + cursor.get() + " without a sweep");
        }
        if (sweeping.isPresent() && !sweeping.get().isAfter(closedThrough)) {
            throw new IllegalArgumentException(
                    "A sweep of " + sweeping.get() + ", although closed through " + closedThrough);
        }
        totals = Collections.unmodifiableSortedMap(new TreeMap<>(totals));
    }

    /** Nothing is left to do up to that month. */
    public static MonthSweep closedThrough(YearMonth month) {
        return new MonthSweep(month, Optional.empty(), Optional.empty(), Collections.emptySortedMap());
    }
}
