package dev.licenseflow.processor.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licenseflow.domain.decision.MonthTotals;
import dev.licenseflow.messaging.sample.AvroBytes;
import dev.licenseflow.messaging.state.MonthSweepState;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MonthSweepMapperTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    static Stream<MonthSweep> sweeps() {
        MonthTotals totals = new MonthTotals(9, 1, 2, 3, 4, 5, 123_456);
        return Stream.of(
                MonthSweep.closedThrough(MARCH),
                new MonthSweep(MARCH, Optional.of(MARCH.plusMonths(1)), Optional.empty(), Collections.emptySortedMap()),
                new MonthSweep(
                        MARCH,
                        Optional.of(MARCH.plusMonths(2)),
                        Optional.of("c42"),
                        new TreeMap<>(Map.of(MARCH.plusMonths(1), totals, MARCH.plusMonths(2), MonthTotals.ZERO))));
    }

    @ParameterizedTest
    @MethodSource("sweeps")
    void everySweepComesBackAsItWas(MonthSweep sweep) {
        MonthSweepState stored = AvroBytes.through(MonthSweepMapper.toState(sweep));
        assertThat(MonthSweepMapper.toDomain(stored)).isEqualTo(sweep);
    }

    @Test
    void aCursorWithoutASweepStopsTheClient() {
        MonthSweepState stored = MonthSweepMapper.toState(MonthSweep.closedThrough(MARCH));
        stored.setCursor("c1");
        assertThatThrownBy(() -> MonthSweepMapper.toDomain(stored))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The stored sweep is broken: A cursor at c1 without a sweep");
    }

    @Test
    void aSweepOfAMonthThatIsClosedStopsTheClient() {
        MonthSweepState stored = MonthSweepMapper.toState(MonthSweep.closedThrough(MARCH));
        stored.setSweeping("2026-03");
        assertThatThrownBy(() -> MonthSweepMapper.toDomain(stored)).isInstanceOf(IllegalStateException.class);
    }
}
