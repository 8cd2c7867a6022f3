package dev.licenseflow.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.fixture.RequestBuilder;
import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.fixture.ScenarioCatalog;
import dev.licenseflow.domain.request.Operation;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.messaging.json.RequestJson;
import dev.licenseflow.processor.spring.ProcessorApplication;
import dev.licenseflow.standalone.broker.BrokerSettings;
import dev.licenseflow.standalone.startup.Ports;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two instances share the customers; either answers about any of them. */
class ReadApiIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int CUSTOMERS = 12;

    @TempDir
    private static Path temp;

    private static Pipeline pipeline;
    private static final List<String> INSTANCES = new ArrayList<>();
    private static final List<ConfigurableApplicationContext> SERVICES = new ArrayList<>();

    @BeforeAll
    static void startTwoInstances() {
        pipeline = Pipeline.start(temp);
        pipeline.publish(ScenarioCatalog.sinceEver(), null);
        for (int number = 1; number <= 2; number++) {
            int port = Ports.free(BrokerSettings.LOOPBACK);
            SERVICES.add(service("instance-" + number, port));
            INSTANCES.add("http://127.0.0.1:" + port);
        }
        Awaitility.await()
                .atMost(Pipeline.PATIENCE)
                .ignoreExceptions()
                .until(() -> pipeline.shares().equals(List.of(2, 2, 2, 2)));
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            send(RequestBuilder.register("link")
                    .with("cloud", 1)
                    .customer("c" + customer)
                    .build("r1"));
            send(RequestBuilder.change()
                    .line("link-garcom", Operation.ADD, 2)
                    .customer("c" + customer)
                    .build("r2"));
        }
    }

    @AfterAll
    static void stop() {
        SERVICES.forEach(ConfigurableApplicationContext::close);
        pipeline.close();
    }

    @Test
    @Rule("L2")
    void anyInstanceAnswersAboutAnyCustomer() {
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            String id = "c" + customer;
            for (String instance : INSTANCES) {
                assertThat(get(instance, "/decisions/" + id + "/r2?wait=10s").statusCode())
                        .isEqualTo(200);
                JsonNode shown = json(get(instance, "/customers/" + id));

                assertThat(shown.at("/licenses/status").stringValue()).isEqualTo("ACTIVE");
                assertThat(shown.at("/licenses/revision").intValue()).isEqualTo(1);
                assertThat(shown.at("/openCharges")).hasSize(2);
                assertThat(shown.at("/openQuote/quoteId").stringValue()).isEqualTo("r2");
                assertThat(shown.at("/decisions/0/causeId").stringValue()).isEqualTo("r2");
                assertThat(shown.at("/decisions/1/causeId").stringValue()).isEqualTo("r1");
            }
        }
    }

    @Test
    @Rule("L2")
    void whatIsNotThereIsAProblemAndAPendingDecisionTooEvenAfterAWait() {
        for (String instance : INSTANCES) {
            assertProblem(get(instance, "/customers/nobody"), 404, "No customer is registered under this id");
            assertProblem(get(instance, "/decisions/c1/never-sent?wait=100ms"), 404, "pending");
            assertProblem(get(instance, "/decisions/c1/r1?wait=1h"), 400, "wait: expected at most 10s");
            assertProblem(post(instance, "/preview", "{\"requestId\":1}"), 400, "requestId: expected text");
        }
    }

    @Test
    @Rule({"L2", "K4"})
    void aPreviewTellsWhatWouldBeAnsweredAndChangesNothing() {
        Request asked = RequestBuilder.change()
                .line("link-garcom", Operation.ADD, 3)
                .customer("c3")
                .build("previewed");
        for (String instance : INSTANCES) {
            get(instance, "/decisions/c3/r2?wait=10s");
            JsonNode before = json(get(instance, "/customers/c3"));

            JsonNode preview = json(post(instance, "/preview", RequestJson.write(asked)));

            assertThat(preview.at("/outcome").stringValue()).isEqualTo("QUOTED");
            assertThat(preview.at("/quote/lines/0/quantity").intValue()).isEqualTo(3);
            assertThat(get(instance, "/decisions/c3/previewed").statusCode()).isEqualTo(404);
            JsonNode after = json(get(instance, "/customers/c3"));
            assertThat(after.get("licenses")).isEqualTo(before.get("licenses"));
            assertThat(after.get("openQuote")).isEqualTo(before.get("openQuote"));
        }
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String detail) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(JSON.readTree(answer.body()).get("detail").stringValue()).contains(detail);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static HttpResponse<String> get(String instance, String path) {
        return ask(HttpRequest.newBuilder(URI.create(instance + path)));
    }

    private static HttpResponse<String> post(String instance, String path, String body) {
        return ask(HttpRequest.newBuilder(URI.create(instance + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Asks again while nobody can answer, which comes with {@code Retry-After}. */
    private static HttpResponse<String> ask(HttpRequest.Builder question) {
        HttpRequest asked = question.build();
        return Awaitility.await()
                .atMost(Pipeline.PATIENCE)
                .until(() -> HTTP.send(asked, HttpResponse.BodyHandlers.ofString()), ReadApiIT::isAnswered);
    }

    private static boolean isAnswered(HttpResponse<String> answer) {
        if (answer.statusCode() != 503) {
            return true;
        }
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        return false;
    }

    private static void send(Request request) {
        Pipeline.settled(pipeline.send(pipeline.topics().requests(), request.customerId(), request, null));
    }

    private static ConfigurableApplicationContext service(String name, int port) {
        return ProcessorApplication.builder()
                .registerShutdownHook(false)
                .properties("spring.main.banner-mode=off")
                .run(
                        "--server.port=" + port,
                        "--server.address=127.0.0.1",
                        "--licenseflow.threads=2",
                        "--licenseflow.application-server=127.0.0.1:" + port,
                        "--licenseflow.bootstrap-servers=" + pipeline.access().bootstrapServers(),
                        "--licenseflow.registry[schema.registry.url]="
                                + pipeline.access().registry().get("schema.registry.url"),
                        "--licenseflow.state-directory=" + pipeline.stateDirectory(name));
    }
}
