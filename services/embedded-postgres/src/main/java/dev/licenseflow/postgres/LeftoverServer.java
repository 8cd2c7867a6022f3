package dev.licenseflow.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database server whose JVM was killed: it is a process of its own and goes on. It has to be stopped before another one
 * starts on its data, which PostgreSQL would refuse.
 */
final class LeftoverServer {

    private static final Logger LOG = LoggerFactory.getLogger(LeftoverServer.class);
    private static final int FAST_SECONDS = 30;
    private static final String PID_FILE = "postmaster.pid";

    /** In which line of its file a server tells the port, counted from 0. */
    private static final int PORT_LINE = 3;

    private LeftoverServer() {}

    /** Stops the server that runs on this data, if there is one. */
    static void stopIn(Path data) throws IOException {
        Optional<ProcessHandle> server = serverOf(data.resolve(PID_FILE));
        if (server.isEmpty()) {
            return;
        }
        LOG.info("Stopping the PostgreSQL that still runs in {}", data);
        // SIGINT: clients are cut off, what is committed is kept. SIGTERM would wait for clients.
        signal(server.get(), "-INT");
        if (!ends(server.get())) {
            // SIGQUIT: at once, with a recovery at the next start.
            signal(server.get(), "-QUIT");
            if (!ends(server.get())) {
                throw new IOException("Process " + server.get().pid() + " does not end");
            }
        }
    }

    /** Where the server on this data listens; empty if none runs, or not yet. */
    static Optional<Integer> portOf(Path data) throws IOException {
        Path file = data.resolve(PID_FILE);
        if (serverOf(file).isEmpty()) {
            return Optional.empty();
        }
        return Files.readAllLines(file).stream()
                .skip(PORT_LINE)
                .findFirst()
                .map(String::strip)
                .filter(port -> port.matches("\\d{1,5}"))
                .map(Integer::valueOf);
    }

    /** The process that the file names, unless its number has gone to another program since. */
    private static Optional<ProcessHandle> serverOf(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().command().orElse("").endsWith("postgres"));
    }

    private static void signal(ProcessHandle process, String signal) throws IOException {
        new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static boolean ends(ProcessHandle process) {
        return process.onExit()
                .completeOnTimeout(process, FAST_SECONDS, TimeUnit.SECONDS)
                .thenApply(waited -> !waited.isAlive())
                .join();
    }
}
