package dev.licenseflow.processor.state;

import dev.licenseflow.domain.decision.MonthTotals;
import dev.licenseflow.messaging.mapping.MonthText;
import dev.licenseflow.messaging.state.MonthSweepState;
import dev.licenseflow.messaging.state.StoredMonthTotals;
import java.time.YearMonth;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The progress of a sweep as it is stored (M4). */
public final class MonthSweepMapper {

    private MonthSweepMapper() {}

    @SuppressWarnings("NullAway") // The generated class takes null for what is absent.
    public static MonthSweepState toState(MonthSweep sweep) {
        return new MonthSweepState(
                MonthText.of(sweep.closedThrough()),
                sweep.sweeping().map(MonthText::of).orElse(null),
                sweep.cursor().orElse(null),
                CustomerLicensesMapper.mapped(
                        sweep.totals().entrySet(), month -> stored(month.getKey(), month.getValue())));
    }

    /** The stored progress; an {@code IllegalStateException} says that it is none. */
    public static MonthSweep toDomain(MonthSweepState state) {
        try {
            SortedMap<YearMonth, MonthTotals> totals = new TreeMap<>();
            for (StoredMonthTotals month : state.getTotals()) {
                totals.put(MonthText.parse("totals.month", month.getMonth()), totals(month));
            }
            return new MonthSweep(
                    MonthText.parse("closedThrough", state.getClosedThrough()),
                    Optional.ofNullable(state.getSweeping()).map(month -> MonthText.parse("sweeping", month)),
                    Optional.ofNullable(state.getCursor()),
                    totals);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("The stored sweep is broken: " + e.getMessage(), e);
        }
    }

    private static StoredMonthTotals stored(YearMonth month, MonthTotals totals) {
        return new StoredMonthTotals(
                MonthText.of(month),
                totals.customers(),
                totals.reduced(),
                totals.removed(),
                totals.renewed(),
                totals.expired(),
                totals.inactivated(),
                totals.chargesCents());
    }

    private static MonthTotals totals(StoredMonthTotals month) {
        return new MonthTotals(
                month.getCustomers(),
                month.getReduced(),
                month.getRemoved(),
                month.getRenewed(),
                month.getExpired(),
                month.getInactivated(),
                month.getChargesCents());
    }
}
