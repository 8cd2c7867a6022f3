package dev.licenseflow.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.fixture.RequestBuilder;
import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.fixture.ScenarioCatalog;
import dev.licenseflow.domain.request.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a processor has to do after an unclean stop; {@code -Drecovery.customers=…} for another number of them. */
@SuppressWarnings("try") // A processor is there while the block runs, though nobody speaks to it.
class RecoveryIT {

    private static final int CUSTOMERS = Integer.getInteger("recovery.customers", 100_000);
    private static final Pattern RESTORED = Pattern.compile("Restored (\\d+) records of store");

    @TempDir
    private Path temp;

    @Test
    @Rule("G3")
    void afterAKillOnlyWhatWasNotOnDiskIsRestored() throws Exception {
        try (Pipeline pipeline = Pipeline.start(temp);
                TopicLog<Decision> decisions = pipeline.follow(pipeline.topics().decisions())) {
            pipeline.publish(ScenarioCatalog.sinceEver(), null);
            int firstLife = Math.toIntExact(restored("recovered"));
            register(pipeline, 0, CUSTOMERS);
            try (ProcessorProcess processor = start(pipeline, "recovered")) {
                decisions.await(CUSTOMERS);
                register(pipeline, CUSTOMERS, CUSTOMERS + 100);
                decisions.await(CUSTOMERS + 1);
                processor.kill();
            }
            register(pipeline, CUSTOMERS + 100, CUSTOMERS + 101);
            try (ProcessorProcess processor = start(pipeline, "recovered")) {
                decisions.await(CUSTOMERS + 101);
                processor.stop();
            }
            long afterTheKill = restored("recovered") - firstLife;

            long before = restored("without-state");
            try (ProcessorProcess processor = start(pipeline, "without-state")) {
                register(pipeline, CUSTOMERS + 101, CUSTOMERS + 102);
                decisions.await(CUSTOMERS + 102);
                processor.stop();
            }
            assertThat(restored("without-state") - before)
                    .as("what an instance without state restores: two stores")
                    .isGreaterThan(2L * CUSTOMERS)
                    // Of 12,500 records per partition the buffers hold up to 7,700 customers and 4,500 decisions.
                    .as("what the killed one restored is at most what fits the write buffers")
                    .isGreaterThan(2 * afterTheKill);
        }
    }

    private static ProcessorProcess start(Pipeline pipeline, String instance) {
        return ProcessorProcess.start(pipeline, instance, 1_000, Instant.now(), Map.of());
    }

    private static void register(Pipeline pipeline, int from, int to) {
        for (int number = from; number < to; number++) {
            Request request = RequestBuilder.register("link")
                    .with("cloud", 1)
                    .with("link-garcom", 2)
                    .customer("c" + number)
                    .build("r1");
            pipeline.note(pipeline.send(pipeline.topics().requests(), request.customerId(), request, null));
        }
        pipeline.flush();
    }

    /** Records that all lives of an instance have restored. */
    private static long restored(String instance) throws IOException {
        Path log = ProcessorProcess.log(instance);
        if (!Files.exists(log)) {
            return 0;
        }
        return RESTORED.matcher(Files.readString(log))
                .results()
                .map((MatchResult line) -> line.group(1))
                .mapToLong(Long::parseLong)
                .sum();
    }
}
