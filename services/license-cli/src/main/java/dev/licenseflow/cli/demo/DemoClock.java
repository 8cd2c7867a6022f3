package dev.licenseflow.cli.demo;

import dev.licenseflow.domain.month.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Time;

/**
 * The clock of the demo's broker and processor. It runs as every clock does, and can be put forward to the end of the
 * month, so that nobody has to wait for it. Only the time of day is put forward: sessions, heartbeats and time-outs are
 * measured in nanoseconds, which run on evenly.
 */
final class DemoClock implements Time {

    private static final Duration STORY_TAKES_AT_MOST = Duration.ofMinutes(5);

    private final AtomicLong shiftMillis = new AtomicLong();

    private DemoClock(Instant now) {
        moveTo(now);
    }

    /** Now; but a month that ends in a moment is let end first, as it would in the middle of the story. */
    static DemoClock start(BusinessCalendar calendar, Instant now) {
        Instant boundary = calendar.startOf(calendar.monthOf(now).plusMonths(1));
        return new DemoClock(now.plus(STORY_TAKES_AT_MOST).isBefore(boundary) ? now : boundary.plusSeconds(1));
    }

    void moveTo(Instant now) {
        shiftMillis.set(now.toEpochMilli() - Time.SYSTEM.milliseconds());
    }

    Instant now() {
        return Instant.ofEpochMilli(milliseconds());
    }

    @Override
    public long milliseconds() {
        return Time.SYSTEM.milliseconds() + shiftMillis.get();
    }

    @Override
    public long nanoseconds() {
        return Time.SYSTEM.nanoseconds();
    }

    @Override
    public void sleep(long millis) {
        Time.SYSTEM.sleep(millis);
    }

    @Override
    public void waitObject(Object object, Supplier<Boolean> condition, long deadlineMillis)
            throws InterruptedException {
        Time.SYSTEM.waitObject(object, condition, deadlineMillis - shiftMillis.get());
    }
}
