package dev.licenseflow.benchmarks.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process with this JVM's class path. It prints a line when it is ready, and ends when its input ends: so it ends with
 * this process, also after a kill.
 *
 * @param firstLine what it printed when it was ready
 */
public record ChildJvm(Process process, String firstLine) implements AutoCloseable {

    private static final String READY = "ready ";
    private static final long CLOSE_WITHIN_SECONDS = 60;

    /** From this version on Java warns about what RocksDB and Kafka do, unless options allow it. */
    private static final int FIRST_THAT_WARNS = 24;

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
            BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
            // The JVM itself may print first, about a recording that it has begun.
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith(READY)) {
                    return new ChildJvm(process, line.substring(READY.length()));
                }
            }
            throw new IllegalStateException(main.getSimpleName() + " ended before it was ready");
        } catch (IOException e) {
            throw new UncheckedIOException(main.getSimpleName() + " could not be started", e);
        }
    }

    /** In the process: says that it is ready, and returns when it has to end. */
    static void announceAndWait(String firstLine) throws IOException {
        System.out.println(READY + firstLine);
        while (System.in.read() >= 0) {
            // Nothing is ever sent: the end of the input is the signal.
        }
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
