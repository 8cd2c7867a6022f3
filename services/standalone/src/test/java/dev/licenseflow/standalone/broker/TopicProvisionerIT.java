package dev.licenseflow.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.messaging.topic.ProvisioningReport;
import dev.licenseflow.messaging.topic.TopicFault;
import dev.licenseflow.messaging.topic.TopicProvisioner;
import dev.licenseflow.messaging.topic.TopicSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** On one broker, in order: first with none of the topics there. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TopicProvisionerIT {

    private static final List<TopicSpec> TOPICS = LicensingTopics.specs(LicensingTopics.DEFAULT_PARTITIONS);

    @TempDir
    private static Path temp;

    private static EmbeddedBroker broker;
    private static Admin admin;

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start(temp, BrokerSettings.onFreePorts());
        admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    @AfterAll
    static void stop() {
        admin.close();
        broker.close();
    }

    @Test
    @Order(1)
    void eachTopicIsCreatedByExactlyOneOfSeveralProcesses() {
        List<CompletableFuture<ProvisioningReport>> running = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> provision(TOPICS)))
                .limit(4)
                .toList();

        List<ProvisioningReport> reports =
                running.stream().map(CompletableFuture::join).toList();

        assertThat(reports).allMatch(ProvisioningReport::isSound);
        assertThat(reports)
                .flatExtracting(ProvisioningReport::created)
                .containsExactlyInAnyOrderElementsOf(names(TOPICS));
        assertThat(reports)
                .allSatisfy(report -> assertThat(
                                report.created().size() + report.present().size())
                        .isEqualTo(TOPICS.size()));
    }

    @Test
    @Order(2)
    void provisioningAgainFindsAllPresentAndSound() {
        assertThat(provision(TOPICS)).isEqualTo(new ProvisioningReport(List.of(), names(TOPICS), List.of(), List.of()));
    }

    @Test
    @Order(3)
    void anExistingTopicThatBreaksTheContractIsReportedAndNotChanged() throws Exception {
        TopicSpec needed = TopicSpec.events("someone.elses", 8, Duration.ofDays(1), TimestampType.LOG_APPEND_TIME);
        admin.createTopics(List.of(new NewTopic(needed.name(), 3, (short) 1)
                        .configs(Map.of("cleanup.policy", "compact", "message.timestamp.type", "CreateTime"))))
                .all()
                .get();

        ProvisioningReport report = provision(List.of(needed));

        assertThat(report.created()).isEmpty();
        assertThat(report.isSound()).isFalse();
        assertThat(report.faults())
                .containsExactly(
                        new TopicFault(needed.name(), "partitions", "8", "3"),
                        new TopicFault(needed.name(), "message.timestamp.type", "LogAppendTime", "CreateTime"),
                        new TopicFault(needed.name(), "cleanup.policy", "delete", "compact"));
        assertThat(report.faults().get(0).describe())
                .isEqualTo("Topic someone.elses has partitions 3, but 8 is needed");
        assertThat(provision(List.of(needed))).isEqualTo(report);
    }

    /** As an earlier version made them: a refused catalog version came back when compaction had left it alone. */
    @Test
    @Order(4)
    void whatLosesNoRecordIsSetRight() throws Exception {
        TopicSpec catalog = TopicSpec.journal("old.catalog", 1, TimestampType.LOG_APPEND_TIME);
        TopicSpec inputs = TopicSpec.events("old.inputs", 1, Duration.ofDays(1), TimestampType.LOG_APPEND_TIME)
                .fromOutside();
        Map<String, String> brokerTime = Map.of("message.timestamp.type", "LogAppendTime");
        admin.createTopics(List.of(
                        new NewTopic(catalog.name(), 1, (short) 1)
                                .configs(Map.of(
                                        "message.timestamp.type",
                                        "LogAppendTime",
                                        "cleanup.policy",
                                        "compact",
                                        "retention.ms",
                                        "1000",
                                        "max.message.bytes",
                                        "1000")),
                        new NewTopic(inputs.name(), 1, (short) 1).configs(brokerTime)))
                .all()
                .get();

        ProvisioningReport report = provision(List.of(catalog, inputs));

        assertThat(report.isSound()).isTrue();
        assertThat(report.mended())
                .extracting(TopicFault::setting)
                .containsExactly("cleanup.policy", "max.message.bytes", "compression.type");
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, catalog.name());
        Config config = admin.describeConfigs(List.of(topic)).all().get().get(topic);
        assertThat(config.get("cleanup.policy").value()).isEqualTo("delete");
        assertThat(config.get("retention.ms").value()).isEqualTo("-1");
        assertThat(provision(List.of(catalog, inputs)).mended()).isEmpty();
    }

    private static ProvisioningReport provision(List<TopicSpec> topics) {
        return new TopicProvisioner(admin, 1, Duration.ofSeconds(30)).provision(topics);
    }

    private static List<String> names(List<TopicSpec> topics) {
        return topics.stream().map(TopicSpec::name).toList();
    }
}
