package dev.licenseflow.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.fixture.ScenarioCatalog;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.processor.spring.ProcessorApplication;
import dev.licenseflow.processor.streams.StartConditions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

class StartIT {

    @TempDir
    private Path temp;

    @Test
    @Rule({"C2", "T1"})
    void theServiceWaitsForTopicsAndACatalogAndRefusesTopicsThatBreakTheContract() throws Exception {
        try (Pipeline pipeline = Pipeline.empty(temp);
                ConfigurableApplicationContext service = service(pipeline)) {
            StartConditions conditions = new StartConditions(pipeline.admin(), Pipeline.PARTITIONS);
            assertThat(conditions.missing())
                    .hasValueSatisfying(missing -> assertThat(missing)
                            .contains("licensing.requests", "licensing.catalog", "licensing.settlements.dlq"));
            awaitWaitingFor(service, "topics that are not there yet");

            pipeline.provision(LicensingTopics.specs(Pipeline.PARTITIONS));
            assertThat(conditions.missing()).contains("the first catalog version to be published");
            awaitWaitingFor(service, "the first catalog version");

            pipeline.publish(ScenarioCatalog.sinceEver(), null);
            assertThat(conditions.missing()).isEmpty();
            Awaitility.await()
                    .atMost(Pipeline.PATIENCE)
                    .until(() -> health(service).getStatus().equals(Status.UP));
            assertThat(health(service).getDetails()).containsEntry("state", "RUNNING");

            timestampsOfRequests(pipeline, "CreateTime");
            assertThatThrownBy(conditions::missing)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("licensing.requests")
                    .hasMessageContaining("message.timestamp.type");
            assertThat(new StartConditions(pipeline.admin(), 4))
                    .satisfies(four -> assertThatThrownBy(four::missing).hasMessageContaining("partitions"));
        }
    }

    private static ConfigurableApplicationContext service(Pipeline pipeline) {
        return ProcessorApplication.builder()
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .properties("spring.main.banner-mode=off")
                .run(
                        "--licenseflow.bootstrap-servers=" + pipeline.access().bootstrapServers(),
                        "--licenseflow.registry[schema.registry.url]="
                                + pipeline.access().registry().get("schema.registry.url"),
                        "--licenseflow.state-directory=" + pipeline.stateDirectory("service"));
    }

    private static void awaitWaitingFor(ConfigurableApplicationContext service, String what) {
        Awaitility.await().atMost(Pipeline.PATIENCE).untilAsserted(() -> {
            assertThat(health(service).getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
            assertThat(health(service).getDetails().get("waitsFor")).asString().contains(what);
        });
    }

    private static Health health(ConfigurableApplicationContext service) {
        return service.getBean("processor", HealthIndicator.class).health();
    }

    private static void timestampsOfRequests(Pipeline pipeline, String type) throws Exception {
        ConfigResource topic = new ConfigResource(
                ConfigResource.Type.TOPIC, pipeline.topics().requests().name());
        pipeline.admin()
                .incrementalAlterConfigs(Map.of(
                        topic,
                        List.of(new AlterConfigOp(
                                new ConfigEntry("message.timestamp.type", type), AlterConfigOp.OpType.SET))))
                .all()
                .get();
    }
}
