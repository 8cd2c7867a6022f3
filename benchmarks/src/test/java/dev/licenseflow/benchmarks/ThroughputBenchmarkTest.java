package dev.licenseflow.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.catalog.CatalogRules;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThroughputBenchmarkTest {

    @Test
    void theCatalogHasNoFaults() {
        assertThat(CatalogRules.faults(ThroughputBenchmark.catalog(), Optional.empty()))
                .isEmpty();
    }
}
