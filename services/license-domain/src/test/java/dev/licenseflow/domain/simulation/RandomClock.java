package dev.licenseflow.domain.simulation;

import dev.licenseflow.domain.month.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** Goes forward by moments, days or months, and likes to stop at the begin of a month. */
final class RandomClock {

    private final RandomGenerator random;
    private final BusinessCalendar calendar;
    private Instant now;

    RandomClock(RandomGenerator random, BusinessCalendar calendar, Instant start) {
        this.random = random;
        this.calendar = calendar;
        this.now = start;
    }

    Instant tick() {
        int kind = random.nextInt(100);
        if (kind < 88) {
            now = now.plusMillis(random.nextLong(Duration.ofHours(4).toMillis()));
        } else if (kind < 96) {
            now = now.plusMillis(random.nextLong(Duration.ofDays(3).toMillis()));
        } else if (kind < 99) {
            now = later(nextMonth(1).plusMillis(random.nextLong(-1, 2)));
        } else {
            now = later(nextMonth(random.nextInt(1, 4)).plusMillis(random.nextLong(1_000_000_000)));
        }
        return now;
    }

    private Instant nextMonth(int months) {
        return calendar.startOf(calendar.monthOf(now).plusMonths(months));
    }

    private Instant later(Instant instant) {
        return instant.isBefore(now) ? now : instant;
    }
}
