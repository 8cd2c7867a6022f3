package dev.licenseflow.messaging.mapping;

import dev.licenseflow.domain.decision.MonthTotals;
import java.time.YearMonth;

/**
 * A partition all of whose customers are closed for a month (M4).
 *
 * @param month the month that has begun, in the business zone
 * @param partition number of the partition of the requests topic
 */
public record ClosedPartition(YearMonth month, int partition, MonthTotals totals) {}
