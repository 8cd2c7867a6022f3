package dev.licenseflow.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.cli.words.Language;
import dev.licenseflow.cli.words.Palette;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The main job of the project, on a real broker. */
class DemoIT {

    @Test
    void theStoryComesOutAsTheContractSaysWithinAMinute() throws InterruptedException {
        StringWriter text = new StringWriter();
        long begun = System.nanoTime();

        int wrong = new Demo(new PrintWriter(text), Language.EN, new Palette(false)).play(phase -> {});

        assertThat(text.toString()).contains("real Kafka broker").doesNotContain("✘");
        assertThat(wrong).isZero();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMinutes(1));
    }
}
