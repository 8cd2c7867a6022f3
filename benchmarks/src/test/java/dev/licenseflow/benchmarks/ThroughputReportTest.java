package dev.licenseflow.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThroughputReportTest {

    @Test
    void theMiddleOfAnOddNumberIsTheMedian() {
        assertThat(ThroughputReport.spread(3, 1, 2)).isEqualTo("2.00 (1.00 to 3.00)");
    }

    @Test
    void betweenTheTwoMiddleOnesOfAnEvenNumberIsTheMedian() {
        assertThat(ThroughputReport.spread(4, 1, 2, 3)).isEqualTo("2.50 (1.00 to 4.00)");
    }

    @Test
    void oneMeasurementHasNoSpread() {
        assertThat(ThroughputReport.spread(0.5)).isEqualTo("0.50 (0.50 to 0.50)");
    }
}
