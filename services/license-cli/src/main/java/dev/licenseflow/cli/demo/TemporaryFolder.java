package dev.licenseflow.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.util.FileSystemUtils;

/** A folder that is deleted with all it holds, by {@link #close()} or at the latest when the process ends. */
final class TemporaryFolder implements AutoCloseable {

    private final Path path;
    private final Queue<Runnable> releases = new ConcurrentLinkedQueue<>();

    private TemporaryFolder(Path path) {
        this.path = path;
    }

    static TemporaryFolder create() {
        try {
            TemporaryFolder folder = new TemporaryFolder(Files.createTempDirectory("licenseflow-demo"));
            Runtime.getRuntime().addShutdownHook(new Thread(folder::abandon, "temporary-folder"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path() {
        return path;
    }

    /** Adds what has to be done before the folder is deleted if the process is stopped while the folder is in use. */
    void whenAbandoned(Runnable release) {
        releases.add(release);
    }

    private void abandon() {
        releases.forEach(Runnable::run);
        close();
    }

    /** What cannot be deleted is left to the system, which clears its temporary folder. */
    @Override
    public synchronized void close() {
        try {
            FileSystemUtils.deleteRecursively(path);
        } catch (IOException stillInUse) {
            path.toFile().deleteOnExit();
        }
    }
}
