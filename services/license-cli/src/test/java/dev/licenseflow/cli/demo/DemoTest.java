package dev.licenseflow.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.cli.text.Language;
import dev.licenseflow.cli.text.TerminalColors;
import dev.licenseflow.domain.month.BusinessCalendar;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoTest {

    private final StringWriter text = new StringWriter();
    private final Demo demo =
            new Demo(new PrintWriter(text), Language.PT, new TerminalColors(false), BusinessCalendar.SAO_PAULO);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-10T13:00:00Z",
                "2026-04-01T03:00:00Z",
                "2026-04-30T13:00:00Z",
                "2026-12-31T13:00:00Z",
                "2028-02-29T13:00:00Z"
            })
    void theStoryComesOutAsTheContractSaysOnAnyDay(Instant start) throws InterruptedException {
        assertThat(play(start, Duration.ofSeconds(1))).isZero();
        assertThat(text.toString())
                .contains("DEPENDENCY_MISSING", "expirado", "✔ O relógio virtual decidiu igual ao Kafka")
                .doesNotContain("✘", "padaria-da-maria");
    }

    @Test
    void midnightInTheMiddleOfTheStoryChangesTheDaysLeft() throws InterruptedException {
        assertThat(play(Instant.parse("2026-03-11T02:59:58Z"), Duration.ofSeconds(1)))
                .isZero();
    }

    @Test
    void aMonthThatBeginsInTheMiddleOfTheStoryStartsItAgain() throws InterruptedException {
        assertThat(play(Instant.parse("2026-04-01T02:59:57Z"), Duration.ofSeconds(1)))
                .isZero();
        assertThat(text.toString())
                .contains("O mês virou durante a história", "padaria-da-maria")
                .doesNotContain("✘");
    }

    @Test
    void whatComesOutOtherwiseIsShown() throws InterruptedException {
        assertThat(play(Instant.parse("2026-03-10T13:00:00Z"), Duration.ofDays(5)))
                .isPositive();
        assertThat(text.toString()).contains("✘ Não como diz o contrato", "outcome: expected APPLIED, found REJECTED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-10T13:00:00Z",
                "2026-04-01T03:00:00Z",
                "2026-04-30T13:00:00Z",
                "2026-12-31T13:00:00Z",
                "2027-01-31T13:00:00Z",
                "2028-02-29T13:00:00Z"
            })
    void whoSettlesIsRenewedByItselfAndWhoDoesNotIsWhenItDoes(Instant start) throws InterruptedException {
        assertThat(playBilling(start, Duration.ofSeconds(1))).isZero();
        assertThat(text.toString())
                .contains(
                        "✔ Nada em aberto: renovado na virada",
                        "✔ Há cobranças em aberto: expirado",
                        "✔ A última cobrança está quitada: renovado na hora",
                        "✔ O fechamento diz o que mudou")
                .doesNotContain("✘");
    }

    @Test
    void midnightInTheMiddleOfTheBillingStoryChangesTheDaysLeft() throws InterruptedException {
        assertThat(playBilling(Instant.parse("2026-03-11T02:59:58Z"), Duration.ofSeconds(1)))
                .isZero();
    }

    @Test
    void aRenewalThatIsMissedIsShown() throws InterruptedException {
        assertThat(playBilling(Instant.parse("2026-03-10T13:00:00Z"), Duration.ofDays(12)))
                .isPositive();
        assertThat(text.toString()).contains("✘ Não como diz o contrato");
    }

    private int play(Instant start, Duration step) throws InterruptedException {
        try (VirtualDemoPipeline pipeline = new VirtualDemoPipeline(start, step)) {
            return demo.playHelpPage(pipeline, start);
        }
    }

    private int playBilling(Instant start, Duration step) throws InterruptedException {
        try (VirtualDemoPipeline pipeline = new VirtualDemoPipeline(start, step)) {
            return demo.playBilling(pipeline, pipeline, pipeline, start);
        }
    }
}
