package dev.licenseflow.benchmarks.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process with this JVM's class path. It says on its first line of output that it is ready, and ends when its input
 * ends: so it goes away with this process, however that ends.
 */
public final class ChildJvm implements AutoCloseable {

    private static final long CLOSE_WITHIN_SECONDS = 60;

    /** Java from this version on warns about what RocksDB and Kafka do, unless it is told that it is meant. */
    private static final int FIRST_THAT_WARNS = 24;

    private final Process process;
    private final String firstLine;

    private ChildJvm(Process process, String firstLine) {
        this.process = process;
        this.firstLine = firstLine;
    }

    /**
     * Starts a process and waits until it is ready.
     *
     * @param options of the JVM
     */
    public static ChildJvm start(Class<?> main, List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (Runtime.version().feature() >= FIRST_THAT_WARNS) {
            command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        }
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            BufferedReader output =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            // A JVM may print a line of its own first, about a recording that it has begun.
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith(Readiness.PREFIX)) {
                    return new ChildJvm(process, line.substring(Readiness.PREFIX.length()));
                }
            }
            throw new IllegalStateException(main.getSimpleName() + " ended before it was ready");
        } catch (IOException e) {
            throw new UncheckedIOException(main.getSimpleName() + " could not be started", e);
        }
    }

    /** What it said when it was ready. */
    public String firstLine() {
        return firstLine;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Processor time that the process has used; zero where the system does not tell. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Lets the process end by itself, so that it leaves its group and writes its recording; kills it if it does not. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(CLOSE_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (IOException e) {
            kill();
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    public void kill() {
        process.destroyForcibly()
                .onExit()
                .orTimeout(CLOSE_WITHIN_SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
