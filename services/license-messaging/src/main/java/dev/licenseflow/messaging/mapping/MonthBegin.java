package dev.licenseflow.messaging.mapping;

import java.time.YearMonth;

/**
 * Tells a quiet partition that a month has begun (M5).
 *
 * @param month in the business zone
 * @param partition number of the partition that is told
 */
public record MonthBegin(YearMonth month, int partition) {}
