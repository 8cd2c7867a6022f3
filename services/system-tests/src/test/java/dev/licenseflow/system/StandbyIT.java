package dev.licenseflow.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.fixture.PureCore;
import dev.licenseflow.domain.fixture.ScenarioCatalog;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.domain.simulation.Input;
import dev.licenseflow.processor.streams.LicenseProcessor;
import dev.licenseflow.processor.streams.StreamsProperties;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A standby holds a copy of the stores. To prove that it goes on from this copy, and not from the changelog, the
 * changelog is emptied before the owner is killed: whoever restored from it would decide on customers it has never
 * seen.
 */
class StandbyIT {

    private static final int INPUTS = 1_200;
    private static final String CHANGELOG = "-changelog";

    @TempDir
    private Path temp;

    @Test
    void aStandbyGoesOnFromItsOwnCopyWhenTheOwnerIsKilled() throws Exception {
        try (Pipeline pipeline = Pipeline.start(temp);
                TopicLog<Decision> decisions = pipeline.follow(pipeline.topics().decisions())) {
            askForOneStandby(pipeline);
            pipeline.publish(ScenarioCatalog.sinceEver(), null);
            Traffic traffic = new Traffic(3, "c", 200, BusinessCalendar.SAO_PAULO.monthOf(Instant.now()));
            try (LicenseProcessor survivor = pipeline.startProcessor("survivor");
                    ProcessorProcess owner =
                            ProcessorProcess.start(pipeline, "owner", 1_000, Instant.now(), Map.of())) {
                awaitShares(pipeline, 4, 4);
                send(pipeline, traffic.take(INPUTS));
                decisions.await(INPUTS);
                // Each of two members with a standby of what the other one owns.
                awaitCopies(pipeline);
                emptyChangelogs(pipeline);

                owner.kill();
                awaitShares(pipeline, 8);
                send(pipeline, traffic.take(INPUTS));
                decisions.await(2 * INPUTS);
                assertThat(survivor.state().isRunningOrRebalancing()).isTrue();
            }
            assertThat(decisions.toEnd()).hasSize(2 * INPUTS);
            PureCore core = new PureCore(BusinessCalendar.SAO_PAULO);
            core.publish(ScenarioCatalog.sinceEver(), Instant.EPOCH);
            Replay.check(pipeline, core, List.of());
        }
    }

    private static void askForOneStandby(Pipeline pipeline) throws Exception {
        pipeline.admin()
                .incrementalAlterConfigs(Map.of(
                        new ConfigResource(ConfigResource.Type.GROUP, StreamsProperties.APPLICATION_ID),
                        List.of(new AlterConfigOp(
                                new ConfigEntry("streams.num.standby.replicas", "1"), AlterConfigOp.OpType.SET))))
                .all()
                .get();
    }

    private static void send(Pipeline pipeline, List<Input> inputs) {
        inputs.forEach(input -> pipeline.note(pipeline.send(input, null)));
        pipeline.flush();
    }

    /** Until this JVM's instance has read the changelogs of all that it does not own to their ends. */
    private static void awaitCopies(Pipeline pipeline) {
        Awaitility.await().atMost(Pipeline.PATIENCE).until(() -> {
            Set<String> stores = changelogs(pipeline);
            Map<String, Double> lags = lagsOfCopies();
            return lags.size() == stores.size() * Pipeline.PARTITIONS / 2
                    && lags.values().stream().allMatch(lag -> lag == 0.0);
        });
    }

    /** By topic and partition, as the restore consumer of this JVM has it. */
    private static Map<String, Double> lagsOfCopies() throws JMException {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        ObjectName all =
                new ObjectName("kafka.consumer:type=consumer-fetch-manager-metrics,client-id=*,topic=*,partition=*");
        Map<String, Double> lags = new HashMap<>();
        for (ObjectName bean : beans.queryNames(all, null)) {
            if (bean.getKeyProperty("client-id").contains("restore-consumer")) {
                lags.put(bean.getKeyProperty("topic") + "-" + bean.getKeyProperty("partition"), (Double)
                        beans.getAttribute(bean, "records-lag"));
            }
        }
        return lags;
    }

    /** All but the marker of the last commit, before which a copy that has read everything stands. */
    private static void emptyChangelogs(Pipeline pipeline) throws Exception {
        Map<TopicPartition, OffsetSpec> partitions = changelogs(pipeline).stream()
                .flatMap(topic -> IntStream.range(0, Pipeline.PARTITIONS)
                        .mapToObj(partition -> new TopicPartition(topic, partition)))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> ends =
                pipeline.admin().listOffsets(partitions).all().get();
        changelogs(pipeline).forEach(topic -> allowDeletion(pipeline, topic));
        pipeline.admin()
                .deleteRecords(ends.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                end -> RecordsToDelete.beforeOffset(
                                        Math.max(0, end.getValue().offset() - 1)))))
                .all()
                .get();
    }

    /** Records of a topic that is only compacted cannot be deleted. */
    private static void allowDeletion(Pipeline pipeline, String topic) {
        pipeline.admin()
                .incrementalAlterConfigs(Map.of(
                        new ConfigResource(ConfigResource.Type.TOPIC, topic),
                        List.of(new AlterConfigOp(
                                new ConfigEntry("cleanup.policy", "compact,delete"), AlterConfigOp.OpType.SET))))
                .all()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static Set<String> changelogs(Pipeline pipeline) throws ExecutionException, InterruptedException {
        return pipeline.admin().listTopics().names().get().stream()
                .filter(name -> name.endsWith(CHANGELOG))
                .collect(Collectors.toSet());
    }

    private static void awaitShares(Pipeline pipeline, Integer... shares) {
        Awaitility.await()
                .atMost(Pipeline.PATIENCE)
                .until(() -> pipeline.shares().equals(List.of(shares)));
    }
}
