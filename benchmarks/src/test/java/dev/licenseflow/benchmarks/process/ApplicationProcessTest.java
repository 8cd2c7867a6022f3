package dev.licenseflow.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.benchmarks.process.ApplicationProcess.Contender;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ApplicationProcessTest {

    @Test
    void theProcessIsToldAllSettings() {
        ApplicationProcess settings = new ApplicationProcess(
                Contender.OURS, "bench-1", "host:9092", "http://host:8081", Path.of("state"), 3, 2, Path.of("samples"));

        assertThat(ApplicationProcess.of(settings.arguments().toArray(String[]::new)))
                .isEqualTo(settings);
        assertThat(settings.connection().partitions()).isEqualTo(3);
    }
}
