package dev.licenseflow.messaging.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licenseflow.domain.decision.MonthTotals;
import dev.licenseflow.messaging.sample.AvroBytes;
import dev.licenseflow.schema.ClockTick;
import dev.licenseflow.schema.MonthClosed;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonthCloseMapperTest {

    @Test
    void aMonthCloseComesBackAsItWas() {
        ClosedPartition closed =
                new ClosedPartition(YearMonth.of(2026, 4), 7, 8, new MonthTotals(9, 1, 2, 3, 4, 5, 123_456), "BRL");
        MonthClosed received = AvroBytes.through(MonthCloseMapper.toAvro(closed));
        assertThat(received).isEqualTo(new MonthClosed("2026-04", 7, 8, 9L, 1L, 2L, 3L, 4L, 5L, 123_456L, "BRL"));
        assertThat(MonthCloseMapper.toDomain(received)).isEqualTo(closed);
    }

    @Test
    void aTickComesBackAsItWas() {
        MonthBegin begin = new MonthBegin(YearMonth.of(2026, 4), 7);
        ClockTick received = AvroBytes.through(ClockTickMapper.toAvro(begin));
        assertThat(received).isEqualTo(new ClockTick("2026-04", 7));
        assertThat(ClockTickMapper.toDomain(received)).isEqualTo(begin);
    }

    @Test
    void aTickForNoMonthIsRefused() {
        assertThatThrownBy(() -> ClockTickMapper.toDomain(new ClockTick("April", 7)))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessage("clock tick: month is no month such as 2026-03: 'April'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03", "0001-01", "9999-12", "0000-06", "+10000-01", "-0001-12"})
    void everyMonthIsReadAsItIsWritten(String text) {
        YearMonth month = MonthText.parse("month", text);
        assertThat(month).isEqualTo(YearMonth.parse(text));
        assertThat(MonthText.of(month)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026", "2026-00", "2026-13", "2026-3", "2026/03", "202a-03", "2026-03-01", "٢٠٢٦-03"})
    void whatIsNoMonthIsRefused(String text) {
        assertThatThrownBy(() -> MonthText.parse("month", text)).isInstanceOf(IllegalArgumentException.class);
    }
}
