package dev.licenseflow.messaging.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.licenseflow.registry.RegistryClient;
import dev.licenseflow.registry.RegistryServer;
import dev.licenseflow.schema.LicenseRequest;
import dev.licenseflow.wire.WireSerializer;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the project's schemas are kept from: clients that register versions of their own, on the registry of {@code up}. */
class SchemaProtectionTest {

    private static final String TOPIC = "licensing.requests";
    private static final String SUBJECT = TOPIC + "-value";
    private static final Schema ONE_FIELD = SchemaBuilder.record("LicenseRequest")
            .namespace("dev.licenseflow.schema")
            .fields()
            .requiredString("requestId")
            .endRecord();
    private static final GenericRecord STRANGE =
            new GenericRecordBuilder(ONE_FIELD).set("requestId", "r1").build();

    @TempDir
    private Path temp;

    private RegistryServer server;
    private RegistryClient client;
    private KafkaAccess access;

    @BeforeEach
    void start() {
        server = RegistryServer.start(temp.resolve("schemas.jsonl"), "127.0.0.1", 0);
        client = new RegistryClient(server.url());
        access = KafkaAccess.of("127.0.0.1:1", server.url());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everySubjectIsFullyCompatibleAndReadOnly() {
        List<PublishedSubject> published = SchemaPublisher.publish(access);

        assertThat(published).hasSize(9).allSatisfy(subject -> {
            assertThat(subject.readOnly()).isTrue();
            assertThat(subject.latestId()).isEqualTo(subject.id());
            assertThat(level(subject.subject())).isEqualTo("FULL_TRANSITIVE");
            assertThat(mode(subject.subject())).isEqualTo("READONLY");
        });
        assertThat(client.get("/subjects").json()).hasSize(9);
    }

    @Test
    void publishingAgainChangesNothing() throws IOException {
        List<PublishedSubject> first = SchemaPublisher.publish(access);
        String log = log();

        assertThat(SchemaPublisher.publish(access)).isEqualTo(first);

        assertThat(log()).isEqualTo(log);
    }

    @Test
    void aClientThatRegistersByItselfIsRefusedAndTheLatestVersionStays() {
        SchemaPublisher.publish(access);
        try (WireSerializer<GenericRecord> serializer = new WireSerializer<>()) {
            serializer.configure(Map.of("schema.registry.url", server.url(), "auto.register.schemas", true), false);

            assertThatThrownBy(() -> serializer.serialize(TOPIC, STRANGE))
                    .hasMessageContaining("42205: Subject " + SUBJECT + " is in read-only mode");
        }
        assertThat(latestVersion()).isEqualTo(1);
    }

    @Test
    void confluentsSerializerIsRefusedLikewiseAndSendsWhatIsRegistered() throws Exception {
        Path jar = Path.of("..", "avro-wire", "target", "oracle", "confluent.jar");
        assumeThat(jar)
                .as("the genuine serializer, which the build of avro-wire fetches")
                .exists();
        SchemaPublisher.publish(access);
        Thread thread = Thread.currentThread();
        ClassLoader ours = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, ours)) {
            thread.setContextClassLoader(loader); // Kafka looks there for the classes of its settings
            Serializer<Object> serializer = confluentSerializer(loader);
            serializer.configure(
                    Map.of("schema.registry.url", server.url(), "avro.remove.java.properties", true), false);

            assertThatThrownBy(() -> serializer.serialize(TOPIC, STRANGE))
                    .rootCause()
                    .hasMessageContaining("Subject " + SUBJECT + " is in read-only mode; error code: 42205");
            assertThat(serializer.serialize("licensing.clock", tick())).isNotEmpty();
        } finally {
            thread.setContextClassLoader(ours);
        }
        assertThat(latestVersion()).isEqualTo(1);
    }

    @Test
    void aSchemaThatGainedAnOptionalFieldBecomesTheLatestVersion() {
        SchemaPublisher publisher = new SchemaPublisher(access, false);
        int before = publisher.publish(SUBJECT, LicenseRequest.getClassSchema()).id();

        PublishedSubject after = publisher.publish(
                SUBJECT,
                withField("{\"name\":\"note\",\"type\":[\"null\",\"string\"],"
                        + "\"default\":null,\"doc\":\"A remark.\"}"));

        assertThat(after.readOnly()).isTrue();
        assertThat(after.latestId()).isEqualTo(after.id()).isNotEqualTo(before);
        assertThat(latestVersion()).isEqualTo(2);
        assertThat(mode(SUBJECT)).isEqualTo("READONLY");
        PublishedSubject earlier = publisher.publish(SUBJECT, LicenseRequest.getClassSchema());
        assertThat(earlier.id()).as("an earlier program beside a later one").isEqualTo(before);
        assertThat(earlier.latestId()).isEqualTo(after.id());
        assertThat(latestVersion()).isEqualTo(2);
    }

    @Test
    void aSchemaThatBreaksTheContractIsRefusedWithTheReasonAndTheSubjectIsLockedAgain() {
        SchemaPublisher publisher = new SchemaPublisher(access, false);
        publisher.publish(SUBJECT, LicenseRequest.getClassSchema());
        Schema breaking = withField("{\"name\":\"note\",\"type\":\"string\",\"doc\":\"A remark.\"}");

        assertThatThrownBy(() -> publisher.publish(SUBJECT, breaking))
                .isInstanceOf(SchemaPublishingException.class)
                .hasMessageStartingWith(SUBJECT + ": The schema registry says 409: ")
                .hasMessageContaining("READER_FIELD_MISSING_DEFAULT_VALUE")
                .hasMessageContaining("note");

        assertThat(mode(SUBJECT)).isEqualTo("READONLY");
        assertThat(latestVersion()).isEqualTo(1);
    }

    @Test
    void whatAnEarlierVersionOfTheProjectLeftIsLockedAndAStrangersVersionIsTold() {
        dev.licenseflow.wire.SchemaRegistry.of(access.registry()).register(SUBJECT, LicenseRequest.getClassSchema());
        client.register(SUBJECT, ONE_FIELD.toString());
        assertThat(latestVersion()).as("BACKWARD lets it pass").isEqualTo(2);

        PublishedSubject published =
                new SchemaPublisher(access, false).publish(SUBJECT, LicenseRequest.getClassSchema());

        assertThat(published).isEqualTo(new PublishedSubject(SUBJECT, 1, 2, true));
        assertThat(level(SUBJECT)).isEqualTo("FULL_TRANSITIVE");
    }

    @Test
    void aStrangersVersionIsDeletedByHandAndTheNextPublishingLocksAgain() {
        dev.licenseflow.wire.SchemaRegistry.of(access.registry()).register(SUBJECT, LicenseRequest.getClassSchema());
        client.register(SUBJECT, ONE_FIELD.toString());
        SchemaPublisher publisher = new SchemaPublisher(access, false);
        publisher.publish(SUBJECT, LicenseRequest.getClassSchema());

        client.send("PUT", "/mode/" + SUBJECT, "{\"mode\":\"READWRITE\"}");
        client.send("DELETE", "/subjects/" + SUBJECT + "/versions/2", "");

        assertThat(publisher.publish(SUBJECT, LicenseRequest.getClassSchema()))
                .isEqualTo(new PublishedSubject(SUBJECT, 1, 1, true));
        assertThat(mode(SUBJECT)).isEqualTo("READONLY");
    }

    @Test
    void severalMayPublishAtOnceAndAllIsLockedInTheEnd() throws Exception {
        int publishers = 4;
        ExecutorService threads = Executors.newFixedThreadPool(publishers);
        try {
            List<Callable<List<PublishedSubject>>> tasks = new ArrayList<>();
            for (int i = 0; i < publishers; i++) {
                tasks.add(() -> SchemaPublisher.publish(access));
            }
            for (Future<List<PublishedSubject>> published : threads.invokeAll(tasks)) {
                assertThat(published.get()).hasSize(9);
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(client.get("/subjects").json()).hasSize(9).allSatisfy(subject -> {
            assertThat(mode(subject.stringValue())).isEqualTo("READONLY");
            assertThat(client.get("/subjects/" + subject.stringValue() + "/versions")
                            .json())
                    .hasToString("[1]");
        });
    }

    private static Schema withField(String field) {
        String text = LicenseRequest.getClassSchema().toString();
        return new Schema.Parser().parse(text.replaceFirst("\"fields\":\\[", "\"fields\":[" + field + ","));
    }

    @SuppressWarnings("unchecked")
    private static Serializer<Object> confluentSerializer(ClassLoader loader) throws ReflectiveOperationException {
        return (Serializer<Object>) loader.loadClass("io.confluent.kafka.serializers.KafkaAvroSerializer")
                .getConstructor()
                .newInstance();
    }

    private GenericRecord tick() {
        Schema registered = new Schema.Parser()
                .parse(client.get("/subjects/licensing.clock-value/versions/latest")
                        .json()
                        .required("schema")
                        .stringValue());
        return new GenericRecordBuilder(registered)
                .set("month", "2026-04")
                .set("partition", 3)
                .build();
    }

    private String level(String subject) {
        return client.get("/config/" + subject)
                .json()
                .required("compatibilityLevel")
                .stringValue();
    }

    private String mode(String subject) {
        return client.get("/mode/" + subject).json().required("mode").stringValue();
    }

    private int latestVersion() {
        return client.get("/subjects/" + SUBJECT + "/versions/latest")
                .json()
                .required("version")
                .intValue();
    }

    private String log() throws IOException {
        return Files.readString(temp.resolve("schemas.jsonl"));
    }
}
