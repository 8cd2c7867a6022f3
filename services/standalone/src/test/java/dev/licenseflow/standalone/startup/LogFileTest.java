package dev.licenseflow.standalone.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.LogManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class LogFileTest {

    @TempDir
    private Path temp;

    /** In a process of its own: the logging of this one belongs to the tests. */
    @Test
    void everyLoggingLibraryWritesToTheFileAndNothingToTheTerminal() throws IOException, InterruptedException {
        Path log = temp.resolve("logs/standalone.log");
        Path terminal = temp.resolve("terminal");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Chatter.class.getName(),
                        log.toString())
                .redirectErrorStream(true)
                .redirectOutput(terminal.toFile())
                .start();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(terminal).isEmptyFile();
        assertThat(Files.readString(log)).contains("by slf4j", "by log4j", "by java.util.logging");
    }

    /** Logs one line through each library that something on the class path uses. */
    static final class Chatter {

        private Chatter() {}

        public static void main(String[] args) {
            LogFile.open(Path.of(args[0]));
            LoggerFactory.getLogger("a").warn("by slf4j");
            LogManager.getLogger("b").warn("by log4j");
            java.util.logging.Logger.getLogger("c").warning("by java.util.logging");
        }
    }
}
