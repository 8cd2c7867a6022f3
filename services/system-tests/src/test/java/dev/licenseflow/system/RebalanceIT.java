package dev.licenseflow.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.fixture.PureCore;
import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.fixture.ScenarioCatalog;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.processor.streams.LicenseProcessor;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // A processor is there while the block runs, though nobody speaks to it.
class RebalanceIT {

    private static final long PAUSE_NANOS = 50_000_000;
    private static final int BURST = 20;

    @TempDir
    private Path temp;

    @Test
    @Rule({"D1", "D3", "G3", "T1"})
    void everyRequestIsAnsweredOnceWhileInstancesComeAndGo() throws Exception {
        Instant start = Instant.now();
        try (Pipeline pipeline = Pipeline.start(temp);
                TopicLog<Decision> decisions = pipeline.follow(pipeline.topics().decisions())) {
            pipeline.publish(ScenarioCatalog.sinceEver(), null);
            AtomicBoolean goOn = new AtomicBoolean(true);
            AtomicInteger sent = new AtomicInteger();
            try (LicenseProcessor first = pipeline.startProcessor("first")) {
                CompletableFuture<Void> traffic = CompletableFuture.runAsync(() -> {
                    Traffic inputs = new Traffic(7, "c", 100, BusinessCalendar.SAO_PAULO.monthOf(start));
                    while (goOn.get()) {
                        inputs.take(BURST).forEach(input -> pipeline.note(pipeline.send(input, null)));
                        sent.addAndGet(BURST);
                        LockSupport.parkNanos(PAUSE_NANOS);
                    }
                });
                decisions.await(200);
                try (LicenseProcessor second = pipeline.startProcessor("second")) {
                    awaitShares(pipeline, 4, 4);
                    decisions.await(decisions.entries().size() + 200);
                    first.close();
                    awaitShares(pipeline, 8);
                    decisions.await(decisions.entries().size() + 200);
                    try (LicenseProcessor again = pipeline.startProcessor("first")) {
                        awaitShares(pipeline, 4, 4);
                        goOn.set(false);
                        traffic.join();
                        pipeline.flush();
                        decisions.await(sent.get());
                    }
                }
            }
            assertThat(decisions.toEnd().size()).isEqualTo(sent.get());
            PureCore core = new PureCore(BusinessCalendar.SAO_PAULO);
            core.publish(ScenarioCatalog.sinceEver(), Instant.EPOCH);
            Replay.check(pipeline, core, List.of());
        }
    }

    private static void awaitShares(Pipeline pipeline, Integer... shares) {
        Awaitility.await()
                .atMost(Pipeline.PATIENCE)
                .until(() -> pipeline.shares().equals(List.of(shares)));
    }
}
