package dev.licenseflow.cli;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;

/** A command in a process of its own, so that it can be interrupted and killed, and its exit status seen. */
final class CliProcess implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final Path output;
    private final Path errors;

    private CliProcess(Process process, Path output, Path errors) {
        this.process = process;
        this.output = output;
        this.errors = errors;
    }

    /** @param folder where its output goes */
    static CliProcess start(Path folder, String... arguments) throws IOException {
        Path output = Files.createTempFile(folder, arguments[0], ".out");
        Path errors = Files.createTempFile(folder, arguments[0], ".err");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                LicenseflowCommand.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        return new CliProcess(process, output, errors);
    }

    /** Runs to its end. */
    static CliProcess run(Path folder, String... arguments) throws IOException, InterruptedException {
        CliProcess process = start(folder, arguments);
        process.status();
        return process;
    }

    int status() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("It does not end: " + this);
        }
        return process.exitValue();
    }

    /** Waits for a text on standard output; fails if the process ends without it. */
    String awaitOutput(String text) throws IOException {
        try {
            await().atMost(Duration.ofSeconds(PATIENCE_SECONDS))
                    .until(() -> !process.isAlive() || output().contains(text));
        } catch (ConditionTimeoutException late) {
            throw new IllegalStateException("No '" + text + "' in " + this, late);
        }
        if (!output().contains(text)) {
            throw new IllegalStateException("Ended without '" + text + "': " + this);
        }
        return output();
    }

    String output() throws IOException {
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    String errors() throws IOException {
        return Files.readString(errors, StandardCharsets.UTF_8);
    }

    /** As Ctrl-C or an init system would. */
    void terminate() {
        process.destroy();
    }

    /** As a power cut would. */
    void kill() {
        process.destroyForcibly()
                .onExit()
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    @Override
    public void close() {
        kill();
    }

    @Override
    public String toString() {
        try {
            return "output:\n" + output() + "\nerrors:\n" + errors();
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
