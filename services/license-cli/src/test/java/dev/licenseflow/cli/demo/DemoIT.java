package dev.licenseflow.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.cli.text.Language;
import dev.licenseflow.cli.text.TerminalColors;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.messaging.publishing.CatalogTopic;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import dev.licenseflow.processor.processor.ProcessorSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The main job of the project, on a real broker and a real ledger. */
class DemoIT {

    private final StringWriter text = new StringWriter();
    private final Demo demo =
            new Demo(new PrintWriter(text), Language.EN, new TerminalColors(false), BusinessCalendar.SAO_PAULO);

    @Test
    void theStoriesComeOutAsTheContractSays() throws InterruptedException {
        int wrong = demo.play(phase -> {});

        assertThat(text.toString())
                .contains(
                        "real Kafka broker",
                        "✔ Cloud is gone; without a renewal the customer is expired",
                        "✔ Nothing open: renewed at the boundary, without a request",
                        "✔ Charges are open: expired, until they are settled",
                        "✔ Kafka closed the month as the virtual clock did",
                        "✔ The last charge is settled: renewed at once",
                        "✔ The ledger knows of the decision",
                        "✔ Both sides agree")
                .doesNotContain("✘");
        assertThat(wrong).isZero();
    }

    /** Put forward by a whole month, the broker and all its clients go on as if nothing had happened. */
    @Test
    void aRunningSystemIsToldTheStoriesAsOftenAsOneLikes() throws InterruptedException {
        Instant newYear = Instant.parse("2028-01-01T03:00:00Z");
        try (LivePipeline pipeline = new LivePipeline(BusinessCalendar.SAO_PAULO, newYear, phase -> {})) {
            assertThat(demo.play(pipeline)).as("%s", text).isZero();
            assertThat(text.toString()).contains("Today is 2028-01-01", "Charge due by 2028-02-29");

            KafkaAccess access = pipeline.access();
            CatalogTopic catalogs = new CatalogTopic(access, ProcessorSettings.DEFAULT.publishMargin());
            LedgerClient ledger = LedgerClient.connect(pipeline.ledgerUrl().orElseThrow());
            assertThat(demo.play(access, catalogs.history(), Optional.of(ledger)))
                    .as("%s", text)
                    .isZero();
            assertThat(demo.play(access, catalogs.history(), Optional.empty()))
                    .as("%s", text)
                    .isZero();
        }
        assertThat(text.toString())
                .contains("All that follows goes through Kafka at")
                .doesNotContain("✘");
    }
}
