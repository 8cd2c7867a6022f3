package dev.licenseflow.standalone.broker;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Time;

/**
 * The system's clock, set to another time, from which it runs on. It can be put forward, so that nobody has to wait for a
 * month to end. Only the time of day is moved: sessions, heartbeats and timeouts are measured in nanoseconds, which run
 * on evenly.
 */
public final class ShiftedClock implements Time {

    private final AtomicLong shiftMillis = new AtomicLong();

    public ShiftedClock(Instant now) {
        set(now);
    }

    public void set(Instant now) {
        shiftMillis.set(now.toEpochMilli() - Time.SYSTEM.milliseconds());
    }

    /** Sets it to the system's time. */
    public void reset() {
        shiftMillis.set(0);
    }

    public Instant now() {
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
