package dev.licenseflow.system;

import dev.licenseflow.processor.processor.ProcessorSettings;
import dev.licenseflow.processor.streams.LicenseProcessor;
import dev.licenseflow.processor.streams.ProcessorConnection;
import dev.licenseflow.standalone.broker.ShiftedClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A processor in a process of its own, so that a test can kill it the way a power switch does. */
final class ProcessorProcess implements AutoCloseable {

    private final Process process;

    private ProcessorProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts one and does not wait for it.
     *
     * @param sweepCustomers the most customers that one turn of the month close looks at
     * @param now what its wall clock shows
     */
    static ProcessorProcess start(
            Pipeline pipeline, String instance, int sweepCustomers, Instant now, Map<String, String> overrides) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-Dtest.log=" + log(instance),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                pipeline.access().bootstrapServers(),
                pipeline.access().registry().get("schema.registry.url"),
                pipeline.stateDirectory(instance).toString(),
                Integer.toString(sweepCustomers),
                Long.toString(now.toEpochMilli())));
        overrides.forEach((name, value) -> command.add(name + "=" + value));
        try {
            return new ProcessorProcess(new ProcessBuilder(command)
                    .inheritIO()
                    .redirectInput(ProcessBuilder.Redirect.PIPE)
                    .start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Where an instance logs, all its lives one after the other. */
    static Path log(String instance) {
        return Path.of("target", "processor-" + instance + ".log");
    }

    /** Like {@code kill -9}. */
    void kill() {
        process.destroyForcibly().onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Lets it finish what is in flight and leave the group. */
    void stop() throws IOException {
        process.getOutputStream().close();
        process.onExit()
                .orTimeout(Pipeline.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    @Override
    public void close() {
        kill();
    }

    static final class Main {

        private Main() {}

        public static void main(String[] args) throws IOException {
            Map<String, String> overrides = new HashMap<>();
            for (int i = 5; i < args.length; i++) {
                String[] override = args[i].split("=", 2);
                overrides.put(override[0], override[1]);
            }
            ProcessorConnection connection = new ProcessorConnection(
                    args[0],
                    Map.of("schema.registry.url", args[1]),
                    "",
                    Pipeline.PARTITIONS,
                    Path.of(args[2]),
                    1,
                    overrides);
            ProcessorSettings usual = ProcessorSettings.DEFAULT;
            ProcessorSettings settings = new ProcessorSettings(
                    usual.calendar(),
                    usual.publishMargin(),
                    usual.sweepInterval(),
                    Integer.parseInt(args[3]),
                    Duration.ofSeconds(1));
            ShiftedClock clock = new ShiftedClock(Instant.ofEpochMilli(Long.parseLong(args[4])));
            try (LicenseProcessor processor = LicenseProcessor.of(connection, settings, clock, state -> {})) {
                processor.start();
                int end = System.in.read(); // until the test closes its end, or goes away
                if (end >= 0) {
                    throw new IllegalStateException("Nothing is said to this process");
                }
            }
        }
    }
}
