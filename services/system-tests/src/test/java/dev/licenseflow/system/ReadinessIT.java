package dev.licenseflow.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.fixture.ScenarioCatalog;
import dev.licenseflow.processor.spring.ProcessorApplication;
import dev.licenseflow.standalone.broker.BrokerSettings;
import dev.licenseflow.standalone.startup.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** A processor that was killed keeps its partitions until its session ends; until then its successor decides nothing. */
@SuppressWarnings("try") // The service is there while the block runs.
class ReadinessIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path temp;

    @Test
    void aProcessorStartedAfterAKillIsReadyOnceTheDeadOneHasLostItsCustomers() throws Exception {
        String address = "127.0.0.1:" + Ports.free(BrokerSettings.LOOPBACK);
        try (Pipeline pipeline = Pipeline.start(temp, Map.of("group.streams.session.timeout.ms", "20000"))) {
            pipeline.publish(ScenarioCatalog.sinceEver(), null);
            try (ProcessorProcess killed = ProcessorProcess.start(
                    pipeline, "killed", 1_000, Instant.now(), Map.of("application.server", address))) {
                Awaitility.await()
                        .atMost(Pipeline.PATIENCE)
                        .ignoreExceptions()
                        .until(() -> pipeline.shares().equals(List.of(Pipeline.PARTITIONS)));
                killed.kill();
            }
            try (ConfigurableApplicationContext successor = service(pipeline, address)) {
                Awaitility.await().atMost(Pipeline.PATIENCE).ignoreExceptions().until(() -> readiness(address) == 200);

                assertThat(pipeline.shares())
                        .as("the members of the group, by the customers that they own")
                        .containsExactly(Pipeline.PARTITIONS);
                assertThat(successor.isActive()).isTrue();
            }
        }
    }

    private static int readiness(String address) throws IOException, InterruptedException {
        return HTTP.send(
                        HttpRequest.newBuilder(URI.create("http://" + address + "/actuator/health/readiness"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private static ConfigurableApplicationContext service(Pipeline pipeline, String address) {
        return ProcessorApplication.builder()
                .registerShutdownHook(false)
                .properties("spring.main.banner-mode=off")
                .run(
                        "--server.port=" + address.substring(address.indexOf(':') + 1),
                        "--server.address=127.0.0.1",
                        "--licenseflow.threads=1",
                        "--licenseflow.application-server=" + address,
                        "--licenseflow.bootstrap-servers=" + pipeline.access().bootstrapServers(),
                        "--licenseflow.registry[schema.registry.url]="
                                + pipeline.access().registry().get("schema.registry.url"),
                        "--licenseflow.state-directory=" + pipeline.stateDirectory("killed"));
    }
}
