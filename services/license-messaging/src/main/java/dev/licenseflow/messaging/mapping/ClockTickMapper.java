package dev.licenseflow.messaging.mapping;

import dev.licenseflow.schema.ClockTick;

/** Ticks as they stand on {@code licensing.clock} (M5). */
public final class ClockTickMapper {

    private ClockTickMapper() {}

    public static ClockTick toAvro(MonthBegin begin) {
        return new ClockTick(MonthText.of(begin.month()), begin.partition());
    }

    /**
     * What a record says.
     *
     * @throws UnreadableRecordException if it names no month
     */
    public static MonthBegin toDomain(ClockTick tick) {
        try {
            return new MonthBegin(MonthText.parse("month", tick.getMonth()), tick.getPartition());
        } catch (IllegalArgumentException e) {
            throw new UnreadableRecordException("clock tick", e);
        }
    }
}
