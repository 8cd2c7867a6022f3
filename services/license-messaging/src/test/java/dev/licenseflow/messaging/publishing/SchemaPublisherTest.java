package dev.licenseflow.messaging.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.licenseflow.schema.ClockTick;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Publishing to registries that cannot lock a subject, or only say that they do. How it goes on one that can is tested
 * with the standalone's registry.
 */
class SchemaPublisherTest {

    private static final String SUBJECT = "licensing.clock-value";
    private static final String UNKNOWN_PATH = "{\"error_code\":404,\"message\":\"HTTP 404 Not Found\"}";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private int statusOfMode = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/config", "{\"compatibility\":\"FULL_TRANSITIVE\",\"compatibilityLevel\":\"FULL_TRANSITIVE\"}");
        answer(
                "/subjects",
                "{\"id\":7,\"version\":1,\"schema\":\""
                        + ClockTick.getClassSchema().toString().replace("\"", "\\\"") + "\"}");
        answer("/mode", "{\"mode\":\"READONLY\"}");
        answer("/apis", UNKNOWN_PATH);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aModeThatIsTakenAndNotKeptIsSeenThrough() {
        assertThat(publish(false)).isEqualTo(new PublishedSubject(SUBJECT, 7, 7, false));

        assertThat(asked)
                .contains("PUT /mode/" + SUBJECT, "PUT /config/" + SUBJECT, "POST /subjects/" + SUBJECT + "/versions");
    }

    @Test
    void aRegistryWithoutModesGetsSchemaAndLevel() {
        statusOfMode = 404;

        assertThat(publish(false)).isEqualTo(new PublishedSubject(SUBJECT, 7, 7, false));

        assertThat(asked).contains("PUT /config/" + SUBJECT, "POST /subjects/" + SUBJECT + "/versions");
    }

    @Test
    void aRegistryThatIsNotApicurioCannotBeLockedAsAWhole() {
        assertThatThrownBy(() -> publish(true))
                .isInstanceOf(SchemaPublishingException.class)
                .hasMessageContaining("cannot be made read-only as a whole");

        assertThat(asked).doesNotContain("POST /subjects/" + SUBJECT + "/versions");
    }

    private PublishedSubject publish(boolean lockingAll) {
        KafkaAccess access = KafkaAccess.of(
                "127.0.0.1:1", "http://localhost:" + server.getAddress().getPort());
        return new SchemaPublisher(access, lockingAll).publish(SUBJECT, ClockTick.getClassSchema());
    }

    private void answer(String path, String body) {
        server.createContext(path, exchange -> {
            try (exchange) {
                asked.add(exchange.getRequestMethod() + " "
                        + exchange.getRequestURI().getPath());
                boolean known = path.equals("/mode") ? statusOfMode == 200 : !path.equals("/apis");
                byte[] bytes = (known ? body : UNKNOWN_PATH).getBytes(UTF_8);
                exchange.sendResponseHeaders(known ? 200 : 404, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
    }
}
