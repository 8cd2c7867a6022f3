package dev.licenseflow.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licenseflow.schema.ClockTick;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The client of the registry: who is asked, with which credentials, how often, and what each answer means. */
class HttpSchemaRegistryTest {

    private static final String SUBJECT = "licensing.clock-value";
    private static final String TEXT = SchemaText.of(ClockTick.getClassSchema(), true);

    @TempDir
    private Path temp;

    private RecordingRegistry server;

    @BeforeEach
    void start() throws IOException {
        server = new RecordingRegistry(temp);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anIdIsAskedOnlyOnce() {
        SchemaRegistry registry = registry(server.url(), Map.of());
        int id = registry.register(SUBJECT, TEXT);
        registry.schemaOf(id);
        registry.schemaOf(id);
        assertThat(server.asked())
                .extracting(RecordingRegistry.Asked::what)
                .containsExactly("POST /subjects/licensing.clock-value/versions", "GET /schemas/ids/" + id);
    }

    @Test
    void theNextAddressIsAskedWhenOneIsDownAndStaysPreferred() throws IOException {
        SchemaRegistry registry = registry(deadUrl() + " , " + server.url(), Map.of());
        int id = registry.register(SUBJECT, TEXT);
        assertThat(registry.schemaOf(id)).isEqualTo(SchemaText.parse(TEXT));
    }

    @Test
    void theNextAddressIsAskedWhenOneIsOverloadedAndStaysPreferred() throws IOException {
        try (RecordingRegistry other = new RecordingRegistry(temp.resolve("other"))) {
            server.answerNext(503, "");
            SchemaRegistry registry = registry(server.url() + "," + other.url(), Map.of("max.retries", 0));
            int id = registry.register(SUBJECT, TEXT);
            registry.schemaOf(id);
            assertThat(server.asked()).hasSize(1);
            assertThat(other.asked()).hasSize(2);
        }
    }

    @Test
    void anOutageThatEndsIsOutlasted() {
        server.answerNext(500, "{\"error_code\":50001,\"message\":\"Error in the backend data store\"}");
        server.answerNext(429, "");
        server.answerNext(404, "<html>no registry here yet</html>");
        server.answerNext(404, "{\"error_code\":404,\"message\":\"HTTP 404 Not Found\"}");
        server.answerNext(401, "{\"error_code\":401,\"message\":\"Unauthorized\"}");
        server.answerNext(200, "<html>please log in</html>");
        assertThat(registry(server.url(), Map.of("max.retries", 6)).register(SUBJECT, TEXT))
                .isEqualTo(1);
        assertThat(server.asked()).hasSize(7);
    }

    @Test
    void anOutageThatLastsIsFatalAndNoBadRecord() {
        for (int i = 0; i < 3; i++) {
            server.answerNext(503, "");
        }
        assertThatThrownBy(
                        () -> registry(server.url(), Map.of("max.retries", 2)).schemaOf(1))
                .isInstanceOf(RegistryUnavailableException.class)
                .isNotInstanceOf(SerializationException.class)
                .hasMessageContaining("HTTP status 503");
        assertThat(server.asked()).hasSize(3);
    }

    @Test
    void aDeserializerPassesAnOutageOnAsWhatItIs() throws IOException {
        try (Deserializer<ClockTick> deserializer =
                AvroWire.deserializer(ClockTick.class, config(deadUrl(), Map.of("max.retries", 1)), false)) {
            assertThatThrownBy(() -> deserializer.deserialize("licensing.clock", new byte[] {0, 0, 0, 0, 1, 0}))
                    .isInstanceOf(RegistryUnavailableException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"404,40403", "404,40401", "409,409", "422,42201"})
    void aFinalNoIsNotAskedAgain(int status, int code) {
        server.answerNext(status, "{\"error_code\":" + code + ",\"message\":\"No.\"}");
        assertThatThrownBy(() -> registry(server.url(), Map.of()).register(SUBJECT, TEXT))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining(code + ": No.");
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void anAnswerThatIsNotOneOfARegistryIsAnOutage() {
        server.answerNext(200, "{\"status\":\"please log in\"}");
        server.answerNext(200, "{\"status\":\"please log in\"}");
        SchemaRegistry registry = registry(server.url(), Map.of());
        assertThatThrownBy(() -> registry.schemaOf(1)).isInstanceOf(RegistryUnavailableException.class);
        assertThatThrownBy(() -> registry.register(SUBJECT, TEXT)).isInstanceOf(RegistryUnavailableException.class);
    }

    @Test
    void aRegistryWithoutGuidsDoesNotKnowTheSchema() {
        server.answerNext(404, "{\"error_code\":404,\"message\":\"HTTP 404 Not Found\"}");
        assertThatThrownBy(() -> registry(server.url(), Map.of()).schemaOf(new UUID(1, 2)))
                .isInstanceOf(SerializationException.class);
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void schemasThatAreNotAvroOrNotCompleteAreBadRecords() {
        server.answerNext(200, "{\"schemaType\":\"PROTOBUF\",\"schema\":\"\"}");
        server.answerNext(200, "{\"schema\":\"\\\"string\\\"\",\"references\":[{\"name\":\"a\"}]}");
        server.answerNext(200, "{\"schema\":\"{}\"}");
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> registry(server.url(), Map.of()).schemaOf(1))
                    .isInstanceOf(SerializationException.class);
        }
    }

    @Test
    void credentialsComeFromTheProperties() {
        for (String prefix : new String[] {"", "schema.registry."}) {
            registry(
                            server.url(),
                            Map.of(
                                    prefix + "basic.auth.credentials.source",
                                    "USER_INFO",
                                    prefix + "basic.auth.user.info",
                                    "ana:s:ção"))
                    .register(SUBJECT, TEXT);
        }
        assertThat(server.asked())
                .extracting(RecordingRegistry.Asked::authorization)
                .containsOnly(basic("ana:s:ção"));
    }

    @Test
    void credentialsComeFromTheAddress() {
        registry("http://ana:p%40ss@" + server.address() + "/", Map.of()).register(SUBJECT, TEXT);
        assertThat(server.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.what()).isEqualTo("POST /subjects/licensing.clock-value/versions");
            assertThat(asked.authorization()).isEqualTo(basic("ana:p@ss"));
        });
    }

    @Test
    void withoutCredentialsNoneAreSent() {
        registry(server.url(), Map.of("basic.auth.user.info", "ana:ignored")).register(SUBJECT, TEXT);
        assertThat(server.asked().get(0).authorization()).isEmpty();
    }

    @Test
    void noMessageShowsCredentials() throws IOException {
        String url = deadUrl().replace("//", "//ana:secret@");
        assertThatThrownBy(() -> registry(url, Map.of("max.retries", 0)).schemaOf(1))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("localhost")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> registry("http://ana:secret@local host", Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageNotContaining("secret")
                .hasNoCause();
        assertThatThrownBy(() -> registry("ftp://ana:secret@localhost", Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " , ", "localhost:8081", "mock://a,http://localhost"})
    void anAddressThatMakesNoSenseIsRefusedAtStart(String url) {
        assertThatThrownBy(() -> registry(url, Map.of())).isInstanceOf(ConfigException.class);
    }

    @Test
    void aThreadThatIsInterruptedStopsWaiting() throws IOException {
        SchemaRegistry registry = registry(deadUrl(), Map.of());
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> registry.schemaOf(1)).isInstanceOf(InterruptException.class);
        assertThat(Thread.interrupted()).as("the flag is set again").isTrue();
    }

    private static SchemaRegistry registry(String url, Map<String, ?> more) {
        return SchemaRegistry.of(config(url, more));
    }

    private static Map<String, Object> config(String url, Map<String, ?> more) {
        Map<String, Object> config = new HashMap<>(Map.of("schema.registry.url", url, "retries.wait.ms", "1"));
        config.putAll(more);
        return config;
    }

    /** An address where nothing listens. */
    private static String deadUrl() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return "http://localhost:" + socket.getLocalPort();
        }
    }

    private static Optional<String> basic(String userInfo) {
        byte[] bytes = userInfo.getBytes(StandardCharsets.UTF_8);
        return Optional.of("Basic " + Base64.getEncoder().encodeToString(bytes));
    }
}
