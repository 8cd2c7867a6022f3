package dev.licenseflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code up} starts without, and what it refuses. */
class UpOptionsIT {

    @TempDir
    private Path folder;

    @Test
    void ledgerAndPortalCanBeLeftOut() throws Exception {
        try (CliProcess running = CliProcess.start(folder, UpOptions.in(folder, "--pipeline-only"))) {
            assertThat(running.awaitOutput("Try, in another terminal"))
                    .containsPattern("Billing ledger +left out")
                    .containsPattern("Partner portal +left out");
            assertThat(folder.resolve("data").resolve("postgres")).doesNotExist();
        }
    }

    @Test
    void aStartThatCannotBeIsRefusedInOneLine() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("thesis.txt"), "chapter one");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefused("is taken by another program", "--kafka-port", Integer.toString(taken.getLocalPort()));
        }
        assertRefused("is named for two servers", "--kafka-port", "19999", "--registry-port", "19999");
        assertRefused("holds other files", "--data", other.toString());
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("licenseflow.properties"), "layout.version=3\ncluster.id=abc\n");
        Files.writeString(data.resolve("pipeline.properties"), "partitions=4\nzone=America/Sao_Paulo\n");
        assertRefused("was made with partitions 4, which cannot become 8", "--partitions", "8");
        assertRefused("was made with zone America/Sao_Paulo", "--zone", "Europe/Lisbon");
        Files.writeString(data.resolve("licenseflow.properties"), "layout.version=7\ncluster.id=abc\n");
        assertRefused("has layout version 7, this program needs 3; choose another folder");
    }

    private void assertRefused(String reason, String... options) {
        StringWriter output = new StringWriter();
        StringWriter errors = new StringWriter();

        int status = LicenseflowCommand.run(
                new PrintWriter(output, true), new PrintWriter(errors, true), UpOptions.in(folder, options));

        assertThat(status).as("%s", errors).isEqualTo(2);
        assertThat(errors.toString()).hasLineCount(1).contains(reason);
        assertThat(output.toString()).isEmpty();
    }
}
