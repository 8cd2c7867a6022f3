package dev.licenseflow.messaging.mapping;

import dev.licenseflow.domain.decision.MonthTotals;
import dev.licenseflow.schema.MonthClosed;

/** Month closes as they stand on {@code licensing.month-closes} (M4). */
public final class MonthCloseMapper {

    private MonthCloseMapper() {}

    public static MonthClosed toAvro(ClosedPartition closed) {
        MonthTotals totals = closed.totals();
        return new MonthClosed(
                MonthText.of(closed.month()),
                closed.partition(),
                closed.partitions(),
                totals.customers(),
                totals.reduced(),
                totals.removed(),
                totals.renewed(),
                totals.expired(),
                totals.inactivated(),
                totals.chargesCents(),
                closed.currency());
    }

    /**
     * What a record says.
     *
     * @throws UnreadableRecordException if it names no month
     */
    public static ClosedPartition toDomain(MonthClosed closed) {
        try {
            MonthTotals totals = new MonthTotals(
                    closed.getCustomers(),
                    closed.getReduced(),
                    closed.getRemoved(),
                    closed.getRenewed(),
                    closed.getExpired(),
                    closed.getInactivated(),
                    closed.getChargesCents());
            return new ClosedPartition(
                    MonthText.parse("month", closed.getMonth()),
                    closed.getPartition(),
                    closed.getPartitions(),
                    totals,
                    closed.getCurrency());
        } catch (IllegalArgumentException e) {
            throw new UnreadableRecordException("month close", e);
        }
    }
}
