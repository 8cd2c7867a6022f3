package dev.licenseflow.cli.client;

import dev.licenseflow.cli.text.UserError;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Option;

/** The options by which a command finds a running pipeline; shared by all that need one. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class PipelineOptions {

    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final int OK = 200;

    @Option(names = "--bootstrap", paramLabel = "HOST:PORT", defaultValue = "127.0.0.1:9092")
    private String bootstrap;

    @Option(names = "--registry", paramLabel = "URL", defaultValue = "http://127.0.0.1:8081")
    private String registry;

    /**
     * Asks both whether they are there, once: the clients themselves would go on asking for minutes.
     *
     * @throws UserError if one of them does not answer
     */
    public KafkaAccess connect() {
        KafkaAccess access = new KafkaAccess(
                bootstrap,
                // Few retries: a user at a terminal would rather repeat the command.
                Map.of("schema.registry.url", registry, "max.retries", "2"),
                Map.of());
        requireBroker(access);
        requireRegistry();
        return access;
    }

    private void requireBroker(KafkaAccess access) {
        Map<String, Object> properties = access.clientProperties();
        properties.put("request.timeout.ms", Math.toIntExact(PATIENCE.toMillis()));
        properties.put("default.api.timeout.ms", Math.toIntExact(PATIENCE.toMillis()));
        try (Admin admin = Admin.create(properties)) {
            admin.describeCluster().clusterId().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException silent) {
            throw new UserError("No Kafka broker answers at " + bootstrap + " (see --bootstrap)", silent);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UserError("Stopped while connecting to " + bootstrap, stopped);
        } catch (KafkaException wrong) {
            Throwable reason = wrong.getCause() == null ? wrong : wrong.getCause();
            throw new UserError("--bootstrap: " + reason.getMessage(), wrong);
        }
    }

    private void requireRegistry() {
        try {
            HttpRequest question = HttpRequest.newBuilder(URI.create(registry.replaceAll("/+$", "") + "/subjects"))
                    .timeout(PATIENCE)
                    .build();
            int status = HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .build()
                    .send(question, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status != OK) {
                throw new UserError("What answers at " + registry + " is no schema registry: HTTP status " + status);
            }
        } catch (IllegalArgumentException wrong) {
            throw new UserError("--registry: " + registry + " is no address such as http://127.0.0.1:8081", wrong);
        } catch (IOException silent) {
            throw new UserError("No schema registry answers at " + registry + " (see --registry)", silent);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UserError("Stopped while connecting to " + registry, stopped);
        }
    }
}
