package dev.licenseflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.messaging.json.DefaultCatalog;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user sees of mistakes: one line on standard error, and exit status 2. */
@Execution(ExecutionMode.CONCURRENT)
class CommandLineTest {

    private final StringWriter output = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "frobnicate",
                "catalog",
                "tail",
                "tail decision",
                "tail decisions --limit -1",
                "send --rate 0 -",
                "send --timeout 0 -",
                "send no-such-file",
                "up --partitions 0",
                "up --kafka-port nine",
                "up --zone Mars/Olympus",
                "demo --lang fr",
                "demo --zone Mars/Olympus",
                "demo --ledger http://127.0.0.1:1",
                "demo --registry http://127.0.0.1:1 --bootstrap 127.0.0.1:1",
                "demo --bootstrap 127.0.0.1:1",
                "accounts",
                "accounts add-partner",
                "accounts list --data no-such-folder",
                "accounts list --data data --database-url jdbc:postgresql://127.0.0.1:1/portal",
                "accounts list --database-url jdbc:postgresql://127.0.0.1:1/portal",
                "accounts list --database-url http://127.0.0.1:1/portal",
                "catalog show latest",
                "catalog validate no-such-file",
                "simulate no-such-file"
            })
    void aMistakeIsOneLine(String line) {
        int status = run(line.isEmpty() ? new String[0] : line.split(" "));

        assertThat(status).isEqualTo(2);
        assertThat(errors.toString()).isNotBlank().hasLineCount(1).doesNotContain("Exception");
        assertThat(output.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up",
                "demo",
                "send",
                "tail",
                "simulate",
                "catalog",
                "catalog publish",
                "catalog diff",
                "accounts",
                "accounts add-partner",
                "accounts add-user",
                "accounts reset-password",
                "accounts remove-user",
                "accounts issue-key",
                "accounts revoke-key",
                "accounts list"
            })
    void everyCommandExplainsItself(String command) {
        assertThat(run((command + " --help").split(" "))).isZero();
        assertThat(output.toString()).contains("Usage: licenseflow " + command, "licenseflow " + command + " ");
    }

    @Test
    void aBadLineOfAFileIsToldWithItsPlaceBeforeAnythingIsSent() throws IOException {
        Path file = Files.writeString(folder.resolve("in.jsonl"), "# a comment\n\n{\"settlement\":{}}\n");

        assertThat(run("send", file.toString())).isEqualTo(2);
        assertThat(errors.toString()).startsWith(file + ":3: settlement.settlementId");
    }

    @Test
    void aCatalogIsCheckedAfterAnotherWithAllFaults() throws IOException {
        Path first = Files.writeString(folder.resolve("v1.yaml"), DefaultCatalog.text());
        Path same = Files.writeString(folder.resolve("v2.yaml"), DefaultCatalog.text());

        assertThat(run("catalog", "validate", first.toString())).isZero();
        assertThat(output.toString()).contains("version 1 with 10 products is valid");
        assertThat(run("catalog", "validate", same.toString(), "--after", first.toString()))
                .isEqualTo(2);
        assertThat(errors.toString()).contains("VERSION_NOT_NEXT", "EFFECTIVE_DATE_NOT_AFTER");
    }

    @Test
    void aBrokerThatIsNotThereIsOneLine() {
        assertThat(run("tail", "decisions", "--bootstrap", "127.0.0.1:1")).isEqualTo(2);
        assertThat(errors.toString())
                .isEqualToIgnoringNewLines("No Kafka broker answers at 127.0.0.1:1 (see --bootstrap)");
    }

    private int run(String... arguments) {
        return LicenseflowCommand.run(new PrintWriter(output, true), new PrintWriter(errors, true), arguments);
    }
}
