package dev.licenseflow.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesTest {

    @Test
    void whatWasWrittenIsReadAgain(@TempDir Path folder) {
        Samples samples = new Samples(
                List.of(List.of(new byte[] {1}, new byte[0]), List.of(new byte[] {2, 3}), List.of(new byte[300])),
                List.of(new byte[] {4}));
        Path file = folder.resolve("samples");
        samples.write(file);
        assertThat(Samples.read(file)).usingRecursiveComparison().isEqualTo(samples);
    }
}
