package dev.licenseflow.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.fixture.PureCore;
import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.fixture.ScenarioCatalog;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.system.TopicLog.Entry;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The seed of a failed run is in the message: {@code -Dseed=…} sends the same and kills at the same counts. */
@SuppressWarnings("try") // A processor is there while the block runs, though nobody speaks to it.
class ExactlyOnceIT {

    private static final int KILLS = 3;
    private static final int INPUTS_PER_LIFE = 700;

    @RegisterExtension
    private final RandomSeed seed = new RandomSeed();

    @TempDir
    private Path temp;

    @Test
    @Rule({"D1", "D11", "D3", "D9", "G1", "G3", "T1"})
    void aProcessorThatIsKilledAgainAndAgainAnswersEveryRecordOnce() throws Exception {
        SplittableRandom random = new SplittableRandom(seed.value());
        YearMonth month = BusinessCalendar.SAO_PAULO.monthOf(Instant.now());
        try (Pipeline pipeline = Pipeline.start(temp);
                TopicLog<Decision> decisions = pipeline.follow(pipeline.topics().decisions())) {
            pipeline.publish(ScenarioCatalog.sinceEver(), null);
            Traffic traffic = new Traffic(seed.value(), "c", 150, month);
            int sent = 0;
            for (int life = 0; life < KILLS; life++) {
                sent += send(pipeline, traffic, life);
                try (ProcessorProcess processor =
                        ProcessorProcess.start(pipeline, "killed", 1_000, Instant.now(), Map.of())) {
                    int committed = decisions.entries().size();
                    decisions.await(committed + random.nextInt(1, Math.min(500, sent - committed)));
                    processor.kill();
                }
            }
            try (ProcessorProcess processor =
                    ProcessorProcess.start(pipeline, "killed", 1_000, Instant.now(), Map.of())) {
                decisions.await(sent);
                processor.stop();
            }

            PureCore core = new PureCore(BusinessCalendar.SAO_PAULO);
            core.publish(ScenarioCatalog.sinceEver(), Instant.EPOCH);
            assertThat(decisions.toEnd().size()).isEqualTo(sent);
            Replay.check(pipeline, core, List.of());
            try (TopicLog<byte[]> letters =
                    pipeline.followRaw(pipeline.topics().requests().deadLetters())) {
                assertThat(letters.toEnd()).extracting(Entry::key).containsExactlyInAnyOrder("bad0", "bad1", "bad2");
            }
        }
    }

    /** One record of each life cannot be decoded. */
    private static int send(Pipeline pipeline, Traffic traffic, int life) {
        String requests = pipeline.topics().requests().name();
        traffic.take(INPUTS_PER_LIFE).forEach(input -> pipeline.note(pipeline.send(input, null)));
        pipeline.note(
                pipeline.sendRaw(new ProducerRecord<>(requests, ("bad" + life).getBytes(UTF_8), new byte[] {1, 2, 3})));
        pipeline.flush();
        return INPUTS_PER_LIFE;
    }
}
