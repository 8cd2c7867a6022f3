package dev.licenseflow.domain.month;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.fixture.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days and months of the business zone (T2). */
@Rule("T2")
class BusinessCalendarTest {

    private final BusinessCalendar saoPaulo = BusinessCalendar.SAO_PAULO;

    @ParameterizedTest
    @CsvSource({
        "2026-03, 2026-03-01T03:00:00Z",
        "2026-01, 2026-01-01T03:00:00Z",
        // Summer time, until 2019.
        "2018-12, 2018-12-01T02:00:00Z",
        "2017-11, 2017-11-01T02:00:00Z"
    })
    void aMonthBeginsWithItsFirstDay(YearMonth month, Instant begin) {
        assertThat(saoPaulo.startOf(month)).isEqualTo(begin);
        assertThat(saoPaulo.monthOf(begin)).isEqualTo(month);
        assertThat(saoPaulo.monthOf(begin.minusMillis(1))).isEqualTo(month.minusMonths(1));
    }

    @ParameterizedTest
    @CsvSource({"2017-10-15, 2017-10-15T03:00:00Z", "2018-11-04, 2018-11-04T03:00:00Z"})
    void aDayWithoutMidnightBeginsAtOne(LocalDate day, Instant begin) {
        assertThat(saoPaulo.startOf(day)).isEqualTo(begin);
        assertThat(begin.atZone(saoPaulo.zone()).getHour()).isEqualTo(1);
        assertThat(saoPaulo.dateOf(begin)).isEqualTo(day);
        assertThat(saoPaulo.dateOf(begin.minusMillis(1))).isEqualTo(day.minusDays(1));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-28T12:00:00Z, 1, 28",
        "2028-02-28T12:00:00Z, 2, 29",
        "2028-02-29T12:00:00Z, 1, 29",
        "2026-04-01T02:59:59.999Z, 1, 31",
        "2026-04-01T03:00:00Z, 30, 30",
        "2018-11-04T02:59:59.999Z, 28, 30",
        "2018-11-04T03:00:00Z, 27, 30"
    })
    @Rule({"T2", "G2"})
    void daysLeftCountTheDayItself(Instant at, int left, int inMonth) {
        assertThat(saoPaulo.daysLeft(at)).isEqualTo(left);
        assertThat(saoPaulo.daysInMonth(at)).isEqualTo(inMonth);
    }

    @Test
    void anotherZoneHasOtherMonths() {
        Instant at = Instant.parse("2026-03-31T10:00:00Z");
        assertThat(new BusinessCalendar(ZoneId.of("Pacific/Kiritimati")).monthOf(at))
                .isEqualTo(YearMonth.of(2026, 4));
        assertThat(saoPaulo.monthOf(at)).isEqualTo(YearMonth.of(2026, 3));
    }
}
