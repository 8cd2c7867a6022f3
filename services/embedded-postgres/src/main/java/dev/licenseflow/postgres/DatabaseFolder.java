package dev.licenseflow.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of a database, and what a kill leaves in it. A kill of the JVM leaves the server, which is a process of its
 * own. A kill during the first start leaves programs that are unpacked in part and a database that is created in part:
 * neither would ever start, and nobody has stored anything yet, so both are deleted and created again.
 *
 * @param unfinished exists from before the data is created until the database has answered once
 */
record DatabaseFolder(Path programs, Path data, Path unfinished) {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseFolder.class);

    /** The library creates this file in a folder of programs when it has unpacked all of them. */
    private static final String UNPACKED = ".exists";

    private static final String PID_FILE = "postmaster.pid";

    /** The line of its file in which a server writes its port, counted from 0. */
    private static final int PORT_LINE = 3;

    private static final int STOP_SECONDS = 30;

    static DatabaseFolder in(Path folder) {
        Path absolute = folder.toAbsolutePath();
        return new DatabaseFolder(
                absolute.resolve("programs"), absolute.resolve("data"), absolute.resolve("unfinished"));
    }

    /** Stops a server that still runs here, because PostgreSQL refuses a second one, and deletes what cannot be used. */
    void prepare() throws IOException {
        stopServer();
        Files.createDirectories(programs);
        try (Stream<Path> versions = Files.list(programs)) {
            for (Path version : versions.toList()) {
                if (Files.notExists(version.resolve(UNPACKED))) {
                    delete(version);
                }
            }
        }
        if (Files.exists(unfinished)) {
            delete(data);
        } else if (Files.notExists(data)) {
            Files.createFile(unfinished);
        }
    }

    /** Notes that the database has answered. */
    void finish() throws IOException {
        Files.deleteIfExists(unfinished);
    }

    /** Stops the server that runs on this data, if there is one. */
    void stopServer() throws IOException {
        Optional<ProcessHandle> server = server();
        if (server.isEmpty()) {
            return;
        }
        LOG.info("Stopping the PostgreSQL that still runs in {}", data);
        // SIGINT: clients are disconnected, what is committed is kept. SIGTERM would wait for clients.
        // SIGQUIT: at once, with a recovery at the next start.
        if (!ends(server.get(), "-INT") && !ends(server.get(), "-QUIT")) {
            throw new IOException("Process " + server.get().pid() + " does not end");
        }
    }

    /** The port of the server on this data; empty if none runs, or it does not listen yet. */
    Optional<Integer> port() throws IOException {
        return server().isEmpty()
                ? Optional.empty()
                : line(PORT_LINE).filter(port -> port.matches("\\d{1,5}")).map(Integer::valueOf);
    }

    /** The process that the server's file names, unless another program has that process id now. */
    private Optional<ProcessHandle> server() throws IOException {
        return line(0).filter(pid -> pid.matches("\\d{1,18}"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().command().orElse("").endsWith("postgres"));
    }

    private Optional<String> line(int number) throws IOException {
        Path file = data.resolve(PID_FILE);
        return Files.exists(file)
                ? Files.readAllLines(file).stream().skip(number).findFirst().map(String::strip)
                : Optional.empty();
    }

    private static boolean ends(ProcessHandle process, String signal) throws IOException {
        new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.onExit()
                .completeOnTimeout(process, STOP_SECONDS, TimeUnit.SECONDS)
                .thenApply(waited -> !waited.isAlive())
                .join();
    }

    private static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        List<Path> contents;
        try (Stream<Path> found = Files.walk(folder)) {
            contents = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : contents) {
            Files.delete(path);
        }
    }
}
