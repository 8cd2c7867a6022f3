package dev.licenseflow.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Level and mode of a subject, in the words of the registries that have them, and what each refusal means. */
class RegistrySettingsTest {

    private static final String SUBJECT = "licensing.clock-value";

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
    void levelAndModeAreSetByConfluentsApi() {
        server.answerNext(200, "{\"compatibility\":\"FULL\"}");
        server.answerNext(200, "{\"mode\":\"READONLY\"}");
        server.answerNext(200, "{\"mode\":\"READWRITE\"}");
        server.answerNext(200, "{\"compatibilityLevel\":\"FULL\"}");
        RegistrySettings settings = settings(server.url());

        settings.setCompatibility(SUBJECT, "FULL");
        settings.setReadOnly(SUBJECT, true);
        settings.setReadOnly(SUBJECT, false);

        assertThat(settings.compatibility(SUBJECT)).isEqualTo("FULL");
        assertThat(server.asked())
                .extracting(asked -> asked.what() + " " + asked.body())
                .containsExactly(
                        "PUT /config/licensing.clock-value {\"compatibility\":\"FULL\"}",
                        "PUT /mode/licensing.clock-value {\"mode\":\"READONLY\"}",
                        "PUT /mode/licensing.clock-value {\"mode\":\"READWRITE\"}",
                        "GET /config/licensing.clock-value ");
    }

    @Test
    void allOfApicurioIsMadeReadOnlyByItsOwnApi() {
        server.answerNext(204, "");

        settings(server.url() + "/apis/ccompat/v7/").setAllReadOnly(true);

        assertThat(server.asked())
                .extracting(asked -> asked.what() + " " + asked.body())
                .containsExactly("PUT /apis/registry/v3/admin/config/properties/apicurio.storage.read-only.enabled"
                        + " {\"value\":\"true\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "422, 42205, true",
        "409, 0, true",
        "409, 409, false",
        "422, 42203, false",
        "404, 404, false",
        "404, 40401, false"
    })
    void aRefusalTellsWhetherTheSubjectIsReadOnly(int status, int code, boolean readOnly) {
        server.answerNext(status, "{\"error_code\":" + code + ",\"message\":\"No.\"}");

        assertThatThrownBy(() -> settings(server.url()).setCompatibility(SUBJECT, "FULL"))
                .isInstanceOfSatisfying(
                        RegistryRefusalException.class,
                        refusal -> assertThat(refusal.isReadOnly()).isEqualTo(readOnly));
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void aRegistryWithinTheProcessHasNone() {
        assertThatThrownBy(() -> settings("mock://settings")).isInstanceOf(ConfigException.class);
    }

    private static RegistrySettings settings(String url) {
        return RegistrySettings.of(Map.of("schema.registry.url", url, "retries.wait.ms", "1"));
    }
}
