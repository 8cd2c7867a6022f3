package dev.licenseflow.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.cli.simulation.VirtualPipeline;
import dev.licenseflow.cli.simulation.WrittenRecord;
import dev.licenseflow.cli.words.Language;
import dev.licenseflow.cli.words.Palette;
import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.decision.Cause;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.messaging.json.DefaultCatalog;
import dev.licenseflow.messaging.mapping.ChargeMapper;
import dev.licenseflow.messaging.mapping.decision.DecisionMapper;
import dev.licenseflow.schema.LicenseDecision;
import dev.licenseflow.schema.LicenseState;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoTest {

    private final StringWriter text = new StringWriter();
    private final Demo demo = new Demo(new PrintWriter(text), Language.PT, new Palette(false));

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
                .contains("DEPENDENCY_MISSING", "vencido", "✔ O relógio virtual decidiu igual ao Kafka")
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

    private int play(Instant start, Duration step) throws InterruptedException {
        try (VirtualPipeline pipeline =
                new VirtualPipeline(List.of(DefaultCatalog.load()), BusinessCalendar.SAO_PAULO, start)) {
            return demo.play(new OnVirtualClock(pipeline, start, step), start);
        }
    }

    /** A pipeline on whose clock the same time passes before each request but the first. */
    private static final class OnVirtualClock implements StoryPipeline {

        private final VirtualPipeline pipeline;
        private final Duration step;
        private Instant next;

        OnVirtualClock(VirtualPipeline pipeline, Instant start, Duration step) {
            this.pipeline = pipeline;
            this.step = step;
            this.next = start;
        }

        @Override
        public String address() {
            return "virtual";
        }

        @Override
        public Answer ask(Request request) {
            pipeline.moveTo(next);
            next = next.plus(step);
            pipeline.written();
            pipeline.publish(request.customerId(), request);
            List<Decision> decisions = new ArrayList<>();
            List<Charge> charges = new ArrayList<>();
            List<LicenseState> licenses = new ArrayList<>();
            for (WrittenRecord record : pipeline.written()) {
                if (record.value() instanceof LicenseDecision decision) {
                    decisions.add(DecisionMapper.toDomain(decision));
                } else if (record.value() instanceof dev.licenseflow.schema.Charge charge) {
                    charges.add(ChargeMapper.toDomain(charge));
                } else if (record.value() instanceof LicenseState state) {
                    licenses.add(state);
                }
            }
            decisions.removeIf(decision -> decision.cause() == Cause.MONTH_CLOSE);
            return new Answer(decisions.get(0), charges, licenses.stream().findFirst());
        }

        @Override
        public int surplus(String customerId) {
            return pipeline.written().size();
        }
    }
}
