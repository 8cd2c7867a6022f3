package dev.licenseflow.domain.month;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/**
 * Days and months of the business zone (T2). Midnight may not exist there, so a day begins at
 * {@link LocalDate#atStartOfDay(ZoneId)}, and only instants are ever compared.
 */
public record BusinessCalendar(ZoneId zone) {

    /** The zone of the vendor, unless configured otherwise. */
    public static final BusinessCalendar SAO_PAULO = new BusinessCalendar(ZoneId.of("America/Sao_Paulo"));

    public LocalDate dateOf(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    public YearMonth monthOf(Instant at) {
        return YearMonth.from(dateOf(at));
    }

    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The boundary at which the month begins. */
    public Instant startOf(YearMonth month) {
        return startOf(month.atDay(1));
    }

    /** The days of the month that are left at that instant, its own day counted (G2). */
    public int daysLeft(Instant at) {
        LocalDate day = dateOf(at);
        return day.lengthOfMonth() - day.getDayOfMonth() + 1;
    }

    public int daysInMonth(Instant at) {
        return dateOf(at).lengthOfMonth();
    }

    /** The end of the second day after the instant's day, and never past the end of its month (K1). */
    public Instant quoteValidUntil(Instant at) {
        Instant endOfSecondDayAfter = startOf(dateOf(at).plusDays(3));
        Instant endOfMonth = startOf(monthOf(at).plusMonths(1));
        return endOfSecondDayAfter.isBefore(endOfMonth) ? endOfSecondDayAfter : endOfMonth;
    }
}
