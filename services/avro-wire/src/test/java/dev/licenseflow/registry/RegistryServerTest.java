package dev.licenseflow.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licenseflow.registry.RegistryClient.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

class RegistryServerTest {

    private static final String LOOPBACK = "127.0.0.1";
    private static final String ONE = record("{\"name\":\"a\",\"type\":\"int\"}");
    private static final String WITH_DEFAULT =
            record("{\"name\":\"a\",\"type\":\"int\"},{\"name\":\"b\",\"type\":\"int\",\"default\":0}");
    private static final String WITHOUT_DEFAULT =
            record("{\"name\":\"a\",\"type\":\"int\"},{\"name\":\"b\",\"type\":\"int\"}");

    @TempDir
    private Path temp;

    private Path file;
    private RegistryServer server;
    private RegistryClient client;

    @BeforeEach
    void start() {
        file = temp.resolve("registry/schemas.jsonl");
        server = RegistryServer.start(file, LOOPBACK, 0);
        client = new RegistryClient(server.url());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aRegisteredSchemaIsFoundByIdGuidSubjectAndText() {
        Answer registered = client.register("licensing.requests-value", ONE);
        String guid = registered.json().required("guid").stringValue();

        assertThat(registered.status()).isEqualTo(200);
        assertThat(registered.contentType()).isEqualTo("application/vnd.schemaregistry.v1+json");
        assertThat(registered.id()).isEqualTo(1);
        assertSchema(client.get("/schemas/ids/1?fetchMaxId=false&subject=licensing.requests-value"));
        assertSchema(client.get("/schemas/guids/" + guid));
        assertSchema(client.get("/subjects/licensing.requests-value/versions/latest"));
        assertSchema(client.get("/subjects/licensing.requests-value/versions/1"));
        assertSchema(client.send("POST", "/subjects/licensing.requests-value", RegistryClient.withSchema(ONE)));
        assertThat(client.get("/subjects/licensing.requests-value/versions/1/schema")
                        .json())
                .hasToString(ONE);
        assertThat(client.get("/subjects").json()).hasToString("[\"licensing.requests-value\"]");
        assertThat(client.get("/subjects/licensing.requests-value/versions").json())
                .hasToString("[1]");
        assertThat(client.get("/schemas/ids/1/versions").json())
                .hasToString("[{\"subject\":\"licensing.requests-value\",\"version\":1}]");
    }

    @Test
    void registeringTheSameSchemaAgainChangesNothing() {
        Answer first = client.register("s", ONE);
        Answer spaced = client.register("s", ONE.replace(":", " : "));

        assertThat(spaced.json()).isEqualTo(first.json());
        assertThat(client.get("/subjects/s/versions").json()).hasToString("[1]");
    }

    @Test
    void theSameSchemaHasOneIdAcrossSubjects() {
        client.register("a", ONE);
        client.register("b", WITH_DEFAULT);

        assertThat(client.register("c", ONE).id()).isEqualTo(1);
        assertThat(client.get("/schemas/ids/1/versions").json()).hasSize(2);
    }

    @Test
    void aSubjectMayHoldAnythingThatIsPercentEncoded() {
        client.register("a%2Fb%20c+%C3%A7", ONE);

        assertThat(client.get("/subjects").json()).hasToString("[\"a/b c+ç\"]");
        assertThat(client.get("/subjects/a%2Fb%20c%2B%C3%A7/versions/latest").status())
                .isEqualTo(200);
    }

    @Test
    void anIncompatibleSchemaIsRefusedWithTheReasonAndNotKept() {
        client.register("s", ONE);

        Answer refused = client.register("s", WITHOUT_DEFAULT);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.errorCode()).isEqualTo(409);
        assertThat(refused.json().required("message").stringValue()).contains("READER_FIELD_MISSING_DEFAULT_VALUE");
        assertThat(client.get("/subjects/s/versions").json()).hasToString("[1]");
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, true",
        "BACKWARD, false",
        "FORWARD, true",
        "FULL, false",
        "BACKWARD_TRANSITIVE, false",
        "FORWARD_TRANSITIVE, true",
        "FULL_TRANSITIVE, false"
    })
    void eachLevelJudgesAnAddedFieldWithoutDefault(String level, boolean compatible) {
        client.register("s", ONE);
        assertThat(client.send("PUT", "/config/s", "{\"compatibility\":\"" + level + "\"}")
                        .json())
                .hasToString("{\"compatibility\":\"" + level + "\"}");

        Answer checked = client.send(
                "POST",
                "/compatibility/subjects/s/versions/latest?verbose=true",
                RegistryClient.withSchema(WITHOUT_DEFAULT));

        assertThat(checked.json().required("is_compatible").booleanValue()).isEqualTo(compatible);
        assertThat(checked.json().required("messages").isEmpty()).isEqualTo(compatible);
        assertThat(client.register("s", WITHOUT_DEFAULT).status()).isEqualTo(compatible ? 200 : 409);
    }

    @Test
    void onlyTransitiveLevelsLookBehindTheLatestVersion() {
        client.register("s", ONE);
        client.register("s", WITH_DEFAULT);

        assertThat(client.register("s", WITHOUT_DEFAULT).status()).isEqualTo(200);

        client.send("PUT", "/config", "{\"compatibility\":\"BACKWARD_TRANSITIVE\"}");
        client.register("t", ONE);
        client.register("t", WITH_DEFAULT);
        assertThat(client.register("t", WITHOUT_DEFAULT).status()).isEqualTo(409);
        assertThat(client.send(
                                "POST",
                                "/compatibility/subjects/t/versions/1",
                                RegistryClient.withSchema(WITHOUT_DEFAULT))
                        .json())
                .hasToString("{\"is_compatible\":false}");
    }

    @Test
    void theLevelIsBackwardUntilItIsSet() {
        assertThat(client.get("/config").json()).hasToString("{\"compatibilityLevel\":\"BACKWARD\"}");
        assertThat(client.get("/config/s").errorCode()).isEqualTo(40408);
        assertThat(client.get("/config/s?defaultToGlobal=true").json())
                .hasToString("{\"compatibilityLevel\":\"BACKWARD\"}");
        assertThat(client.send("PUT", "/config", "{\"compatibility\":\"SIDEWAYS\"}")
                        .errorCode())
                .isEqualTo(42203);
    }

    @ParameterizedTest
    @CsvSource({
        "/subjects/none/versions, 404, 40401",
        "/subjects/none/versions/latest, 404, 40401",
        "/subjects/s/versions/2, 404, 40402",
        "/subjects/s/versions/first, 422, 42202",
        "/schemas/ids/9, 404, 40403",
        "/schemas/ids/x, 404, 40403",
        "/schemas/guids/x, 404, 40403",
        "/associations/resources/s, 404, 404",
        "/schemas, 404, 404",
        "/compatibility/subjects/s/versions/1, 405, 405",
    })
    void whatIsNotThereIsAnsweredWithItsCode(String path, int status, int code) {
        client.register("s", ONE);

        Answer answer = client.get(path);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.errorCode()).isEqualTo(code);
    }

    @Test
    void aSchemaThatIsNoneIsRefusedAsInvalid() {
        assertThat(client.register("s", "{\"type\":\"recor\"}").errorCode()).isEqualTo(42201);
        assertThat(client.register("s", "").errorCode()).isEqualTo(42201);
        assertThat(client.send("POST", "/subjects/s/versions", "{\"schemaType\":\"JSON\",\"schema\":\"{}\"}")
                        .errorCode())
                .isEqualTo(42201);
        assertThat(client.send("POST", "/subjects/s/versions", "not json").status())
                .isEqualTo(400);
        client.register("s", ONE);
        assertThat(client.send("POST", "/subjects/s", RegistryClient.withSchema(WITH_DEFAULT))
                        .errorCode())
                .isEqualTo(40403);
    }

    @Test
    void aRequestLargerThanTheBoundIsRefused() {
        String large = "\"" + "x".repeat(RegistryRequest.MAX_BODY_BYTES) + "\"";

        assertThat(client.send("POST", "/subjects/s/versions", large).status()).isEqualTo(413);
    }

    @Test
    void theOnlyTypeIsAvro() {
        assertThat(client.get("/schemas/types").json()).hasToString("[\"AVRO\"]");
    }

    @Test
    void aReadOnlySubjectTakesNoChangeAndStillAnswersForWhatItHas() {
        client.register("s", ONE);
        client.send("PUT", "/config/s", "{\"compatibility\":\"NONE\"}");
        assertThat(setMode("/mode/s", "READONLY").json()).hasToString("{\"mode\":\"READONLY\"}");

        assertReadOnly(client.register("s", WITH_DEFAULT));
        assertReadOnly(client.send("PUT", "/config/s", "{\"compatibility\":\"FULL\"}"));
        assertReadOnly(client.send("DELETE", "/config/s", ""));
        assertReadOnly(client.send("DELETE", "/subjects/s", ""));
        assertReadOnly(client.send("DELETE", "/subjects/s?permanent=true", ""));
        assertReadOnly(client.send("DELETE", "/subjects/s/versions/1", ""));
        assertReadOnly(client.send("DELETE", "/subjects/s/versions/latest?permanent=true", ""));

        assertThat(client.register("s", ONE).id()).isEqualTo(1);
        assertSchema(client.get("/subjects/s/versions/latest"));
        assertThat(client.get("/config/s").json()).hasToString("{\"compatibilityLevel\":\"NONE\"}");
        assertThat(client.register("other", WITH_DEFAULT).status()).isEqualTo(200);

        setMode("/mode/s", "READWRITE");
        assertThat(client.register("s", WITH_DEFAULT).status()).isEqualTo(200);
    }

    @Test
    void aSubjectMayBeMadeReadOnlyBeforeItHasASchema() {
        setMode("/mode/s", "READONLY");

        assertReadOnly(client.register("s", ONE));
    }

    @Test
    void theModeOfAllSubjectsHoldsWhereNoneIsSet() {
        assertThat(client.get("/mode").json()).hasToString("{\"mode\":\"READWRITE\"}");
        assertThat(client.get("/mode/s").errorCode()).isEqualTo(40409);
        assertThat(client.get("/mode/s?defaultToGlobal=true").json()).hasToString("{\"mode\":\"READWRITE\"}");

        setMode("/mode", "readonly");
        setMode("/mode/free", "READWRITE");

        assertThat(client.get("/mode").json()).hasToString("{\"mode\":\"READONLY\"}");
        assertThat(client.get("/mode/s?defaultToGlobal=true").json()).hasToString("{\"mode\":\"READONLY\"}");
        assertThat(client.register("s", ONE).errorCode()).isEqualTo(42205);
        assertThat(client.send("PUT", "/config", "{\"compatibility\":\"NONE\"}").errorCode())
                .isEqualTo(42205);
        assertThat(client.register("free", ONE).status()).isEqualTo(200);

        assertThat(client.send("DELETE", "/mode", "").json()).hasToString("{\"mode\":\"READONLY\"}");
        assertThat(client.send("DELETE", "/mode/free", "").json()).hasToString("{\"mode\":\"READWRITE\"}");
        assertThat(client.send("DELETE", "/mode/free", "").errorCode()).isEqualTo(40401);
        assertThat(client.register("s", ONE).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"IMPORT", "READONLY_OVERRIDE", "OPEN", ""})
    void aModeThatIsNoneOfOursIsRefused(String mode) {
        Answer refused = setMode("/mode/s", mode);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errorCode()).isEqualTo(42204);
        assertThat(client.get("/mode/s").errorCode()).isEqualTo(40409);
    }

    @Test
    void aSubjectThatLosesItsLevelHasTheOneOfAllSubjects() {
        client.send("PUT", "/config/s", "{\"compatibility\":\"NONE\"}");

        assertThat(client.send("DELETE", "/config/s", "").json()).hasToString("{\"compatibilityLevel\":\"NONE\"}");

        assertThat(client.get("/config/s").errorCode()).isEqualTo(40408);
        assertThat(client.send("DELETE", "/config/s", "").errorCode()).isEqualTo(40401);
    }

    @Test
    void aSubjectThatIsDeletedIsGoneButForItsIds() {
        client.register("s", ONE);
        client.register("s", WITH_DEFAULT);
        client.register("other", ONE);

        Answer deleted = client.send("DELETE", "/subjects/s", "");

        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.json()).hasToString("[1,2]");
        assertThat(client.get("/subjects").json()).hasToString("[\"other\"]");
        assertThat(client.get("/subjects?deleted=true").json()).hasToString("[\"other\",\"s\"]");
        assertThat(client.get("/subjects/s/versions").errorCode()).isEqualTo(40401);
        assertThat(client.get("/subjects/s/versions?deleted=true").json()).hasToString("[1,2]");
        assertThat(client.get("/subjects/s/versions/latest").errorCode()).isEqualTo(40401);
        assertThat(client.get("/subjects/s/versions/1").errorCode()).isEqualTo(40401);
        assertSchema(client.get("/subjects/s/versions/1?deleted=true"));
        assertThat(client.send("POST", "/subjects/s", RegistryClient.withSchema(ONE))
                        .errorCode())
                .isEqualTo(40401);
        assertSchema(client.send("POST", "/subjects/s?deleted=true", RegistryClient.withSchema(ONE)));
        assertSchema(client.get("/schemas/ids/1"));
        assertThat(client.get("/schemas/ids/2").status()).isEqualTo(200);
        assertThat(client.get("/schemas/ids/1/versions").json()).hasToString("[{\"subject\":\"other\",\"version\":1}]");
        assertThat(client.get("/schemas/ids/1/versions?deleted=true").json()).hasSize(2);
    }

    @Test
    void aSubjectThatIsDeletedLosesItsLevelAndItsMode() {
        client.register("s", ONE);
        client.send("PUT", "/config/s", "{\"compatibility\":\"FULL\"}");
        setMode("/mode/s", "READWRITE");

        client.send("DELETE", "/subjects/s/versions/1", "");

        assertThat(client.get("/config/s").errorCode()).isEqualTo(40408);
        assertThat(client.get("/mode/s").errorCode()).isEqualTo(40409);
    }

    @Test
    void aDeletedVersionCountsNeitherAsTheLatestNorForCompatibility() {
        client.register("s", ONE);
        client.register("s", WITH_DEFAULT);
        client.send("PUT", "/config/s", "{\"compatibility\":\"BACKWARD_TRANSITIVE\"}");
        assertThat(client.register("s", WITHOUT_DEFAULT).status()).isEqualTo(409);

        assertThat(client.send("DELETE", "/subjects/s/versions/1", "").json()).hasToString("1");

        assertThat(client.get("/subjects/s/versions").json()).hasToString("[2]");
        assertThat(client.get("/subjects/s/versions/1").errorCode()).isEqualTo(40402);
        assertThat(client.send("POST", "/compatibility/subjects/s/versions", RegistryClient.withSchema(WITHOUT_DEFAULT))
                        .json())
                .hasToString("{\"is_compatible\":true}");
        assertThat(client.register("s", WITHOUT_DEFAULT).status()).isEqualTo(200);

        assertThat(client.send("DELETE", "/subjects/s/versions/latest", "").json())
                .hasToString("3");
        assertThat(client.get("/subjects/s/versions/latest").json().required("version"))
                .hasToString("2");
    }

    @Test
    void aDeletedSchemaThatIsRegisteredAgainHasItsIdAndANewVersion() {
        client.register("s", ONE);
        client.register("s", WITH_DEFAULT);
        client.send("DELETE", "/subjects/s/versions/1", "");

        Answer again = client.register("s", ONE);

        assertThat(again.id()).isEqualTo(1);
        assertThat(again.json().required("version").intValue()).isEqualTo(3);
        assertThat(client.get("/subjects/s/versions?deleted=true").json()).hasToString("[2,3]");
        assertThat(client.register("s", ONE).json()).isEqualTo(again.json());
    }

    @Test
    void onlyWhatWasDeletedSoftlyIsDeletedForGood() {
        client.register("s", ONE);
        client.register("s", WITH_DEFAULT);

        assertThat(client.send("DELETE", "/subjects/s?permanent=true", "").errorCode())
                .isEqualTo(40405);
        assertThat(client.send("DELETE", "/subjects/s/versions/1?permanent=true", "")
                        .errorCode())
                .isEqualTo(40407);
        client.send("DELETE", "/subjects/s/versions/1", "");
        assertThat(client.send("DELETE", "/subjects/s/versions/1", "").errorCode())
                .isEqualTo(40406);
        assertThat(client.send("DELETE", "/subjects/s?permanent=true", "").errorCode())
                .isEqualTo(40405);
        assertThat(client.send("DELETE", "/subjects/s/versions/1?permanent=true", "")
                        .json())
                .hasToString("1");
        assertThat(client.get("/schemas/ids/1").errorCode()).isEqualTo(40403);
        assertThat(client.send("DELETE", "/subjects/s/versions/1", "").errorCode())
                .isEqualTo(40402);

        assertThat(client.send("DELETE", "/subjects/s", "").json()).hasToString("[2]");
        assertThat(client.send("DELETE", "/subjects/s", "").errorCode()).isEqualTo(40404);
        assertThat(client.send("DELETE", "/subjects/s?permanent=true", "").json())
                .hasToString("[2]");
        assertThat(client.send("DELETE", "/subjects/s", "").errorCode()).isEqualTo(40401);
        assertThat(client.get("/subjects?deleted=true").json()).hasToString("[]");
    }

    @Test
    void anIdIsNeverGivenToAnotherSchema() {
        client.register("s", ONE);
        client.send("DELETE", "/subjects/s", "");
        client.send("DELETE", "/subjects/s?permanent=true", "");
        server.close();
        start();

        assertThat(client.register("s", WITH_DEFAULT).id()).isEqualTo(2);
        assertThat(client.register("t", ONE).id()).isEqualTo(1);
    }

    @Test
    void modesAndDeletionsOutliveARestart() {
        client.register("kept", ONE);
        setMode("/mode/kept", "READONLY");
        setMode("/mode", "READONLY");
        client.send("DELETE", "/mode", "");
        client.send("PUT", "/config/s", "{\"compatibility\":\"NONE\"}");
        client.send("DELETE", "/config/s", "");
        client.register("s", ONE);
        client.register("s", WITH_DEFAULT);
        client.register("s", WITHOUT_DEFAULT);
        client.send("DELETE", "/subjects/s/versions/1", "");
        client.send("DELETE", "/subjects/s/versions/1?permanent=true", "");
        client.send("DELETE", "/subjects/s/versions/2", "");
        server.close();

        start();

        assertReadOnly(client.register("kept", WITH_DEFAULT), "kept");
        assertThat(client.get("/mode").json()).hasToString("{\"mode\":\"READWRITE\"}");
        assertThat(client.get("/config/s").errorCode()).isEqualTo(40408);
        assertThat(client.get("/subjects/s/versions?deleted=true").json()).hasToString("[2,3]");
        assertThat(client.get("/subjects/s/versions").json()).hasToString("[3]");
    }

    @Test
    void aFileOfTheEarlierVersionIsRead() throws IOException {
        server.close();
        Files.writeString(file, """
                {"subject":"s","version":1,"id":1,"schema":%1$s}
                {"subject":"s","compatibility":"FULL"}
                {"subject":"","compatibility":"BACKWARD_TRANSITIVE"}
                {"subject":"t","version":1,"id":1,"schema":%1$s}
                {"subject":"t","version":2,"id":2,"schema":%2$s}
                """.formatted(
                        JsonNodeFactory.instance.stringNode(ONE), JsonNodeFactory.instance.stringNode(WITH_DEFAULT)));

        start();

        assertSchema(client.get("/subjects/s/versions/latest"));
        assertThat(client.get("/config/s").json()).hasToString("{\"compatibilityLevel\":\"FULL\"}");
        assertThat(client.get("/config").json()).hasToString("{\"compatibilityLevel\":\"BACKWARD_TRANSITIVE\"}");
        assertThat(client.get("/subjects/t/versions").json()).hasToString("[1,2]");
        assertThat(client.get("/mode/s").errorCode()).isEqualTo(40409);
    }

    @Test
    void idsVersionsAndLevelsOutliveARestartAndATornLastLine() throws IOException {
        client.register("a", ONE);
        client.register("b", WITH_DEFAULT);
        client.send("PUT", "/config/a", "{\"compatibility\":\"NONE\"}");
        server.close();
        Files.writeString(file, "{\"subject\":\"c\",\"version\":1,\"id\":3,\"sch", StandardOpenOption.APPEND);

        start();

        assertThat(client.get("/subjects").json()).hasToString("[\"a\",\"b\"]");
        assertThat(client.register("b", WITH_DEFAULT).id()).isEqualTo(2);
        assertThat(client.get("/config/a").json()).hasToString("{\"compatibilityLevel\":\"NONE\"}");
        assertThat(client.register("c", WITHOUT_DEFAULT).id()).isEqualTo(3);
        server.close();

        start();
        assertThat(client.get("/subjects/c/versions/1").id()).isEqualTo(3);
    }

    @Test
    void aFileDamagedInTheMiddleIsRefused() throws IOException {
        client.register("a", ONE);
        server.close();
        Files.writeString(file, "garbage\n" + Files.readString(file));

        assertThatThrownBy(() -> RegistryServer.start(file, LOOPBACK, 0))
                .isInstanceOf(RegistryFileException.class)
                .hasMessageContaining("is damaged at byte 0");
    }

    @Test
    void aTakenPortIsRefused() {
        int port = URI.create(server.url()).getPort();

        assertThatThrownBy(() -> RegistryServer.start(temp.resolve("other.jsonl"), LOOPBACK, port))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("The schema registry cannot listen on port " + port)
                .hasRootCauseInstanceOf(BindException.class);
    }

    private Answer setMode(String path, String mode) {
        return client.send("PUT", path, "{\"mode\":\"" + mode + "\"}");
    }

    private static void assertReadOnly(Answer answer) {
        assertReadOnly(answer, "s");
    }

    private static void assertReadOnly(Answer answer, String subject) {
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errorCode()).isEqualTo(42205);
        assertThat(answer.json().required("message").stringValue())
                .isEqualTo("Subject " + subject + " is in read-only mode");
    }

    private static void assertSchema(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().required("schema").stringValue()).isEqualTo(ONE);
    }

    private static String record(String fields) {
        return "{\"type\":\"record\",\"name\":\"Thing\",\"fields\":[" + fields + "]}";
    }
}
