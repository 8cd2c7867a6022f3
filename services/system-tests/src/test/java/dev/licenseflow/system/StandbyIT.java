package dev.licenseflow.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.fixture.PureCore;
import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.fixture.ScenarioCatalog;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.processor.catalog.CatalogBook;
import dev.licenseflow.processor.streams.StreamsProperties;
import dev.licenseflow.processor.topology.LicenseTopology;
import dev.licenseflow.processor.topology.ProcessorSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.processor.StandbyUpdateListener;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.apache.kafka.streams.processor.TaskId;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A second instance keeps copies of the first one's stores, as the group is configured in the compose file. */
@Timeout(900)
class StandbyIT {

    private static final int INPUTS = 3_000;

    @TempDir
    private Path temp;

    @Test
    @Rule({"D1", "G3", "T1"})
    void theStandbyGoesOnFromItsOwnCopyWhenTheOtherInstanceIsKilled() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        Traffic traffic =
                new Traffic(seed, "c", 300, BusinessCalendar.SAO_PAULO.monthOf(Instant.now()));
        try (Pipeline pipeline = Pipeline.start(temp, Map.of("group.streams.num.standby.replicas", "1"));
                TopicLog<Decision> decisions = pipeline.follow(pipeline.topics().decisions())) {
            pipeline.publish(ScenarioCatalog.sinceEver(), null);
            Copies copies = new Copies();
            try (ProcessorProcess other =
                            ProcessorProcess.start(pipeline, "killed", 1_000, Instant.now(), Map.of());
                    KafkaStreams standby = standby(pipeline, copies)) {
                standby.start();
                Awaitility.await()
                        .atMost(Pipeline.PATIENCE)
                        .ignoreExceptions()
                        .until(() -> pipeline.shares().equals(List.of(4, 4)) && eachHasStandbys(pipeline, 4));
                send(pipeline, traffic, INPUTS);
                decisions.await(INPUTS);
                awaitCaughtUp(standby);
                long kept = copies.kept.values().stream().mapToLong(Long::longValue).sum();
                assertThat(kept).as("records that the standby holds").isGreaterThan(INPUTS / 4);
                copies.restored.set(0);

                other.kill();
                send(pipeline, traffic, INPUTS / 10);
                decisions.await(INPUTS + INPUTS / 10);

                Awaitility.await()
                        .atMost(Pipeline.PATIENCE)
                        .ignoreExceptions()
                        .until(() -> pipeline.shares().equals(List.of(8)));
                // Without the copies, all of it would have been read again from the changelogs.
                assertThat(copies.restored.get())
                        .as("records restored, when the copies hold %d", kept)
                        .isLessThan(kept / 10);
            }
            PureCore core = new PureCore(BusinessCalendar.SAO_PAULO);
            core.publish(ScenarioCatalog.sinceEver(), Instant.EPOCH);
            assertThat(Replay.check(pipeline, core, List.of())).as("seed %d", seed).hasSize(INPUTS + INPUTS / 10);
        }
    }

    private static void send(Pipeline pipeline, Traffic traffic, int count) {
        traffic.take(count).forEach(input -> pipeline.note(pipeline.send(input, null)));
        pipeline.flush();
    }

    private static boolean eachHasStandbys(Pipeline pipeline, int count) throws Exception {
        return pipeline.members().stream()
                .allMatch(member -> member.assignment().standbyTasks().stream()
                                .mapToInt(tasks -> tasks.partitions().size())
                                .sum()
                        == count);
    }

    private static void awaitCaughtUp(KafkaStreams standby) {
        Awaitility.await().atMost(Pipeline.PATIENCE).until(() -> standby.allLocalStorePartitionLags().values().stream()
                .flatMap(lags -> lags.values().stream())
                // An end offset counts the marker of the last transaction, which no store reads.
                .allMatch(lag -> lag.offsetLag() <= 1));
    }

    /** The product's topology and properties; only the listeners are the test's. */
    private static KafkaStreams standby(Pipeline pipeline, Copies copies) {
        ProcessorSettings settings = ProcessorSettings.DEFAULT;
        KafkaStreams streams = new KafkaStreams(
                LicenseTopology.of(pipeline.topics(), settings, new CatalogBook(settings.publishMargin())),
                StreamsProperties.of(pipeline.connection("standby", Map.of()), pipeline.topics()));
        streams.setGlobalStateRestoreListener(copies);
        streams.setStandbyUpdateListener(copies);
        return streams;
    }

    /** What Kafka Streams tells about copying: as a standby, and afterwards on the way to being active. */
    private static final class Copies implements StandbyUpdateListener, StateRestoreListener {

        private final Map<TopicPartition, Long> kept = new ConcurrentHashMap<>();
        private final AtomicLong restored = new AtomicLong();

        @Override
        public void onUpdateStart(TopicPartition partition, String store, long startingOffset) {
            kept.putIfAbsent(partition, 0L);
        }

        @Override
        public void onBatchLoaded(
                TopicPartition partition, String store, TaskId task, long batchEnd, long size, long endOffset) {
            kept.merge(partition, size, Long::sum);
        }

        @Override
        public void onUpdateSuspended(
                TopicPartition partition, String store, long offset, long endOffset, SuspendReason reason) {}

        @Override
        public void onRestoreStart(TopicPartition partition, String store, long start, long end) {}

        @Override
        public void onBatchRestored(TopicPartition partition, String store, long batchEnd, long count) {
            restored.addAndGet(count);
        }

        @Override
        public void onRestoreEnd(TopicPartition partition, String store, long total) {}
    }
}
