package dev.licenseflow.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licenseflow.cli.LicenseflowCommand;
import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.decision.Cause;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.fixture.RequestBuilder;
import dev.licenseflow.domain.request.Channel;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.messaging.json.RequestJson;
import dev.licenseflow.system.TopicLog.Entry;
import dev.licenseflow.wire.RegistryRefusalException;
import dev.licenseflow.wire.SchemaRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The services as they are deployed: executable jars in processes of their own, environment variables, signals, HTTP and
 * topics. The tests build on one another.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServicesIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BILLING = "/api/billing/v1";
    private static final int TERMINATED = 128 + 15;
    /** Orchestrators give 30 s. A test on a busy machine must not fail for its slowness. */
    private static final Duration GRACE = Pipeline.PATIENCE;

    @TempDir
    private static Path temp;

    private static Registry registry;
    private static Pipeline pipeline;
    private static Deployment deployment;
    private static List<ServiceProcess> processors;
    private static ServiceProcess ledger;
    private static ServiceProcess portal;

    @BeforeAll
    static void deploy() throws Exception {
        registry = Registry.apicurio(temp.resolve("apicurio"))
                .orElseGet(() -> Registry.ours(temp.resolve("schemas.jsonl")));
        System.out.println("The services are tested with " + registry.product());
        pipeline = Pipeline.empty(temp, registry);
        provision();
        deployment = new Deployment(pipeline, temp);
        processors = List.of(deployment.processor("processor-1"), deployment.processor("processor-2"));
        ledger = deployment.ledger("ledger");
        portal = deployment.portal("portal", processors.get(0));
        processors.forEach(ServiceProcess::awaitReady);
        ledger.awaitReady();
        portal.awaitReady();
        Awaitility.await()
                .atMost(Pipeline.PATIENCE)
                .ignoreExceptions()
                .until(() -> pipeline.shares().equals(List.of(2, 2, 2, 2)));
    }

    @AfterAll
    static void stop() {
        if (deployment != null) {
            deployment.close();
        }
        if (pipeline != null) {
            pipeline.close();
        }
    }

    private static String provision() throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "provision",
                "--bootstrap=" + pipeline.access().bootstrapServers(),
                "--registry=" + registry.url(),
                "--default-catalog"));
        arguments.addAll(registry.provisionOptions());
        return command(Map.of(), arguments.toArray(String[]::new));
    }

    /** What an operator does with the command line, in a process of its own; returns what it says. */
    private static String command(Map<String, String> environment, String... arguments) throws Exception {
        Path log = temp.resolve("command.log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                LicenseflowCommand.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(Pipeline.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        assertThat(process.exitValue()).as("%s", Files.readString(log)).isZero();
        return Files.readString(log);
    }

    @Test
    @Order(1)
    void aCustomerIsRegisteredQuotedConfirmedChargedAndSettledThroughAllServices() throws Exception {
        send(RequestBuilder.register("link").with("cloud", 1).customer("story").build("story-1"));
        assertThat(decision("story-1").at("/outcome").stringValue()).isEqualTo("APPLIED");
        send(RequestBuilder.add("link-garcom", 2).customer("story").build("story-2"));
        assertThat(decision("story-2").at("/outcome").stringValue()).isEqualTo("QUOTED");
        send(RequestBuilder.confirm("story-2").customer("story").build("story-3"));
        assertThat(decision("story-3").at("/outcome").stringValue()).isEqualTo("APPLIED");

        Request asked = RequestBuilder.add("link-garcom", 3).customer("story").build("asked");
        long openCents = 0;
        for (ServiceProcess processor : processors) {
            JsonNode shown = answered(processor, "/customers/story");
            assertThat(shown.at("/openCharges")).hasSize(3);
            openCents = shown.at("/licenses/openChargesCents").longValue();
            JsonNode preview = JSON.readTree(
                    processor.post("/preview", RequestJson.write(asked)).body());
            assertThat(preview.at("/outcome").stringValue()).isEqualTo("QUOTED");
        }

        Awaitility.await()
                .atMost(Pipeline.PATIENCE)
                .until(() -> billing("/charges?customerId=story").at("/items").size() == 3);
        JsonNode charges = billing("/charges?customerId=story").at("/items");
        try (TopicLog<Charge> topic = pipeline.follow(pipeline.topics().charges())) {
            assertThat(charges)
                    .extracting(charge -> charge.at("/chargeId").stringValue())
                    .containsExactlyInAnyOrderElementsOf(topic.toEnd().stream()
                            .map(charge -> charge.value().chargeId())
                            .toList());
        }
        assertThat(charges.valueStream()
                        .mapToLong(charge -> charge.at("/amountCents").longValue())
                        .sum())
                .isPositive()
                .isEqualTo(openCents);
        awaitAgreement("story", openCents);

        JsonNode settlement = settle("story", "story-key");
        assertThat(settle("story", "story-key")).as("sent again").isEqualTo(settlement);
        String path = "/settlements/story/" + settlement.at("/settlementId").stringValue();
        Awaitility.await()
                .atMost(Pipeline.PATIENCE)
                .until(() -> !billing(path).at("/status").stringValue().equals("PENDING"));
        assertThat(billing(path).at("/status").stringValue()).isEqualTo("APPLIED");
        awaitAgreement("story", 0);
        for (ServiceProcess processor : processors) {
            assertThat(answered(processor, "/customers/story").at("/openCharges"))
                    .isEmpty();
        }
    }

    @Test
    @Order(2)
    void aPartnersProgramIsAnsweredThroughThePortal() throws Exception {
        command(deployment.portalDatabase(), "accounts", "add-partner", "p1", "Norte Sistemas");
        String told = command(deployment.portalDatabase(), "accounts", "issue-key", "p1", "tests");
        String[] key = {
            "Authorization",
            "Bearer " + told.substring(told.lastIndexOf(' ') + 1).strip()
        };

        var answer = portal.post(
                "/api/requests?wait=10s",
                RequestJson.write(RequestBuilder.register("navi")
                        .on(Channel.API)
                        .customer("seen")
                        .build("seen-1")),
                key);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).at("/outcome").stringValue()).isEqualTo("APPLIED");
        assertThat(portal.put("/api/customers/seen", "{\"name\":\"Padaria\",\"taxId\":\"11222333000181\"}", key)
                        .statusCode())
                .isEqualTo(200);
        Awaitility.await()
                .atMost(Pipeline.PATIENCE)
                .until(() -> portal.get("/api/customers/seen", key).body().contains("\"status\":\"ACTIVE\""));
        assertThat(portal.get("/clientes").body()).as("the page to sign in on").contains("name=\"password\"");
    }

    @Test
    @Order(3)
    void aServiceThatIsAskedToStopFinishesAndNothingInFlightIsLost() throws Exception {
        int before = 0;
        List<String> sent = new ArrayList<>();
        try (TopicLog<Decision> decisions = pipeline.follow(pipeline.topics().decisions())) {
            before = decisions.toEnd().size();
            sendMany("before", sent);
            decisions.await(before + 1); // It is amid the work.
            processors.get(0).terminate();
            sendMany("meanwhile", sent);
            assertEnded(processors.get(0));
            assertThat(processors.get(0).log()).contains("The processor is NOT_RUNNING");
            sendMany("after", sent);

            decisions.await(before + sent.size());
            processors.get(1).terminate();
            ledger.terminate();
            portal.terminate();
            assertEnded(processors.get(1));
            assertEnded(ledger);
            assertEnded(portal);

            assertThat(processors.get(1).log()).contains("The processor is NOT_RUNNING");
            List<Entry<Decision>> all = decisions.toEnd();
            assertThat(all.subList(before, all.size()))
                    .allSatisfy(decision -> {
                        assertThat(decision.value().cause()).isEqualTo(Cause.REQUEST);
                        assertThat(decision.value().duplicate()).isFalse();
                    })
                    .extracting(decision -> decision.value().causeId())
                    .containsExactlyInAnyOrderElementsOf(sent);
        }
        // What was stopped in the middle of a transaction would leave it open until it times out.
        assertThat(ends(IsolationLevel.READ_COMMITTED)).isEqualTo(ends(IsolationLevel.READ_UNCOMMITTED));
    }

    @Test
    @Order(4)
    void nobodyButProvisionChangesASchema() throws Exception {
        String subject = pipeline.topics().requests().name() + "-value";
        SchemaRegistry schemas = SchemaRegistry.of(pipeline.access().registry());
        SchemaRegistry.RegisteredSchema ours = schemas.latest(subject);
        String compatible = ours.schema()
                .toString()
                .replaceFirst(
                        "\"fields\":\\[", "$0{\"name\":\"note\",\"type\":[\"null\",\"string\"],\"default\":null},");

        assertThatThrownBy(() -> schemas.register(subject, compatible))
                .isInstanceOfSatisfying(
                        RegistryRefusalException.class,
                        refusal -> assertThat(refusal.isReadOnly())
                                .as(refusal.getMessage())
                                .isTrue());

        assertThat(provision())
                .contains("present  licensing.requests", "schema   " + subject + ", id " + ours.id() + ", read-only")
                .doesNotContain("warning", "not protected", "the latest version is another");
        assertThat(schemas.latest(subject)).isEqualTo(ours);
    }

    private static void assertEnded(ServiceProcess service) throws Exception {
        assertThat(service.exitStatus(GRACE)).as(service.log()).isIn(0, TERMINATED);
    }

    private static Object ends(IsolationLevel level) throws Exception {
        String topic = pipeline.topics().decisions().name();
        return pipeline
                .admin()
                .listOffsets(
                        IntStream.range(0, Pipeline.PARTITIONS)
                                .boxed()
                                .collect(Collectors.toMap(
                                        partition -> new TopicPartition(topic, partition),
                                        partition -> OffsetSpec.latest())),
                        new ListOffsetsOptions(level))
                .all()
                .get()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        end -> end.getKey().partition(), end -> end.getValue().offset()));
    }

    private static void sendMany(String name, List<String> sent) {
        for (int i = 0; i < 200; i++) {
            Request request = RequestBuilder.register("link")
                    .with("cloud", 1)
                    .customer(name + "-" + i)
                    .build("request-" + name + "-" + i);
            pipeline.note(pipeline.send(pipeline.topics().requests(), request.customerId(), request, null));
            sent.add(request.requestId());
        }
        pipeline.flush();
    }

    private static void send(Request request) {
        Pipeline.settled(pipeline.send(pipeline.topics().requests(), request.customerId(), request, null));
    }

    private static JsonNode decision(String requestId) {
        return answered(processors.get(0), "/decisions/story/" + requestId + "?wait=10s");
    }

    private static JsonNode answered(ServiceProcess service, String path) {
        service.awaitAnswer(path);
        try {
            return JSON.readTree(service.get(path).body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static JsonNode billing(String path) {
        return answered(ledger, BILLING + path);
    }

    private static JsonNode settle(String customer, String key) throws Exception {
        var answer = ledger.post(
                BILLING + "/settlements",
                "{\"customerId\":\"" + customer + "\",\"allOpen\":true}",
                "Idempotency-Key",
                key);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body());
    }

    private static void awaitAgreement(String customer, long openCents) {
        Awaitility.await().atMost(Pipeline.PATIENCE).until(() -> {
            JsonNode balance = billing("/reconciliation/" + customer);
            return balance.at("/ledgerOpenCents").longValue() == openCents
                    && balance.at("/licensesOpenCents").longValue() == openCents
                    && balance.at("/differenceCents").longValue() == 0
                    && !balance.at("/inFlight").booleanValue();
        });
    }
}
