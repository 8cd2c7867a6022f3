package dev.licenseflow.system.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.licenseflow.domain.decision.Outcome;
import dev.licenseflow.domain.request.Channel;
import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.Item;
import dev.licenseflow.domain.request.LicenseChange;
import dev.licenseflow.domain.request.Operation;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import dev.licenseflow.portal.account.Accounts;
import dev.licenseflow.portal.account.PortalUser;
import dev.licenseflow.portal.browser.Chromium;
import dev.licenseflow.portal.catalog.CurrentCatalog;
import dev.licenseflow.portal.customer.Customer;
import dev.licenseflow.portal.customer.TaxId;
import dev.licenseflow.portal.license.CustomerChargeRepository;
import dev.licenseflow.portal.license.CustomerStatus;
import dev.licenseflow.portal.license.DecisionRepository;
import dev.licenseflow.portal.license.JournalEntry;
import dev.licenseflow.portal.license.LicenseRepository;
import dev.licenseflow.portal.preview.Preview;
import dev.licenseflow.portal.request.RequestService;
import dev.licenseflow.portal.spring.PortalApplication;
import dev.licenseflow.postgres.EmbeddedDatabase;
import dev.licenseflow.standalone.pipeline.ServerPorts;
import dev.licenseflow.standalone.pipeline.Standalone;
import dev.licenseflow.standalone.pipeline.StandaloneSettings;
import dev.licenseflow.standalone.startup.Ports;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The portal, which is there before the pipeline is: first a program's way through it, then a person's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PortalStoryIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int PARTITIONS = 2;
    private static final String EMAIL = "ana@one.example";

    private final int kafkaPort = Ports.free("127.0.0.1");
    private final int registryPort = Ports.free("127.0.0.1");
    private final int processorPort = Ports.free("127.0.0.1");
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private Path folder;
    private String password = "";
    private ConfigurableApplicationContext portal;

    @BeforeAll
    void startPortal(@TempDir Path data) {
        folder = data;
        EmbeddedDatabase postgres = EmbeddedDatabase.start(folder.resolve("postgres"), 0);
        opened.push(postgres);
        portal = startPortal(postgres);
        opened.push(portal);
    }

    @AfterAll
    void stop() throws Exception {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }

    @Test
    @Order(1)
    void whatIsAskedWhileKafkaIsAwayIsPublishedOnceAndShownWhenItIsBack() throws Exception {
        PortalUser user = addUser();
        RequestService requests = portal.getBean(RequestService.class);
        Customer customer =
                new Customer("c1", "p1", "Padaria", Optional.of(new TaxId("11222333000181")), "", Instant.now());
        Request register = request(
                "r1", new Command.RegisterCustomer("link", RenewalMethod.MANUAL, List.of(new Item("cloud", 1))));
        requests.register(user, customer, register);

        assertThat(requests.await("p1", "c1", "r1", Duration.ofSeconds(2)))
                .isEqualTo(new RequestService.Answer.Waiting(false));
        assertThat(portal.getBean(Preview.class).of(register)).isEmpty();

        Standalone.Running pipeline = startPipeline();
        assertThat(pipeline.failure()).isEmpty();
        assertThat(outcome(requests.await("p1", "c1", "r1", PATIENCE))).contains(Outcome.APPLIED);
        LicenseRepository customers = portal.getBean(LicenseRepository.class);
        await().atMost(PATIENCE)
                .until(() -> customers.find("p1", "c1").orElseThrow().status() == CustomerStatus.ACTIVE);
        await().atMost(PATIENCE).until(() -> openCharges(portal) == 2);
        assertThat(requestsOnTopic()).isEqualTo(1);
        assertThat(portal.getBean(DecisionRepository.class).of("p1", "c1", 0, 1).items())
                .extracting(JournalEntry::request)
                .containsExactly(Optional.of(register));

        assertThat(overHttp(portal)).contains("\"status\":\"ACTIVE\"");
        assertPreviewAndCatalog(portal);
    }

    @Test
    @Order(2)
    void whoHasOnlyTheHelpPageInHandCanFollowItClickByClick() {
        try (Chromium chromium = new Chromium()) {
            HelpPageWalk walk = new HelpPageWalk(chromium, address(portal));
            walk.signIn(EMAIL, password);
            walk.register();
            walk.add();
            walk.removeAndPutBack();
            walk.changeRenewal();
            walk.readHistory("Ana");
            walk.watch("Padaria", this::suspendAsAnotherSystem);
            walk.lockOut(EMAIL, password);
            assertThat(chromium.takeComplaints()).isEmpty();
        }
    }

    private Standalone.Running startPipeline() {
        Standalone.Running pipeline = Standalone.start(
                new StandaloneSettings(
                        folder.resolve("pipeline"),
                        "127.0.0.1",
                        "127.0.0.1",
                        new ServerPorts(kafkaPort, registryPort, processorPort, 0, 0),
                        false,
                        Optional.of(PARTITIONS),
                        Optional.empty()),
                progress -> {});
        opened.push(pipeline);
        return pipeline;
    }

    private void suspendAsAnotherSystem() {
        portal.getBean(RequestService.class).sendFor("p1", request("r9", new Command.Suspend()));
    }

    private static void assertPreviewAndCatalog(ConfigurableApplicationContext portal) {
        await().atMost(PATIENCE)
                .until(() ->
                        portal.getBean(CurrentCatalog.class).at(Instant.now()).version() == 1);
        Request add =
                request("r2", new Command.ChangeLicenses(List.of(new LicenseChange("link-movel", Operation.ADD, 2))));
        await().atMost(PATIENCE)
                .until(() -> portal.getBean(Preview.class)
                        .of(add)
                        .filter(decision -> decision.outcome() == Outcome.QUOTED)
                        .isPresent());
    }

    private static int openCharges(ConfigurableApplicationContext portal) {
        return portal.getBean(CustomerChargeRepository.class).open("p1", "c1").size();
    }

    private static Optional<Outcome> outcome(RequestService.Answer answer) {
        return answer.match(decided -> Optional.of(decided.decision().outcome()), waiting -> Optional.empty());
    }

    private static String address(ConfigurableApplicationContext portal) {
        return "http://127.0.0.1:"
                + ((WebServerApplicationContext) portal).getWebServer().getPort();
    }

    private static String overHttp(ConfigurableApplicationContext portal) throws Exception {
        String key = portal.getBean(Accounts.class).issueKey("p1", "test");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address(portal) + "/api/customers/c1"))
                                .header("Authorization", "Bearer " + key)
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private long requestsOnTopic() {
        Map<String, Object> properties = KafkaAccess.of("127.0.0.1:" + kafkaPort, "http://127.0.0.1:" + registryPort)
                .clientProperties();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return consumer
                    .endOffsets(List.of(
                            new TopicPartition("licensing.requests", 0), new TopicPartition("licensing.requests", 1)))
                    .values()
                    .stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    private ConfigurableApplicationContext startPortal(EmbeddedDatabase postgres) {
        return PortalApplication.builder()
                .run(
                        "--server.port=0",
                        "--spring.main.banner-mode=off",
                        "--licenseflow.bootstrap-servers=127.0.0.1:" + kafkaPort,
                        "--licenseflow.registry[schema.registry.url]=http://127.0.0.1:" + registryPort,
                        "--licenseflow.processor-url=http://127.0.0.1:" + processorPort,
                        "--licenseflow.database.url=" + postgres.url(),
                        "--licenseflow.database.user=" + EmbeddedDatabase.USER);
    }

    private PortalUser addUser() {
        Accounts accounts = portal.getBean(Accounts.class);
        password = accounts.randomText(12);
        accounts.addPartner("p1", "Partner One");
        accounts.addUser("p1", EMAIL, "Ana", password);
        return accounts.user(EMAIL).orElseThrow();
    }

    private static Request request(String requestId, Command command) {
        return new Request(
                requestId,
                "c1",
                "p1",
                Channel.CUSTOMERS,
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                command);
    }
}
