package dev.licenseflow.messaging.mapping;

import dev.licenseflow.domain.decision.MonthTotals;
import java.time.YearMonth;

/**
 * A partition all of whose customers are closed for a month (M4).
 *
 * @param month the month that has begun, in the business zone
 * @param partition number of the partition of the requests topic
 * @param partitions how many there are: the month is closed when each is
 * @param currency ISO 4217 code of the totals
 */
public record ClosedPartition(YearMonth month, int partition, int partitions, MonthTotals totals, String currency) {}
