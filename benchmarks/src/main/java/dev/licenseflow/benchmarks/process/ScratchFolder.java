package dev.licenseflow.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.springframework.util.FileSystemUtils;

/** A temporary folder with everything that a run writes; deleted with all that is in it. */
public record ScratchFolder(Path path) {

    private static final int DELETE_ATTEMPTS = 30;
    private static final long DELETE_PAUSE_NANOS = 100_000_000;

    public static ScratchFolder create() {
        try {
            return new ScratchFolder(Files.createTempDirectory("licenseflow-bench-"));
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary folder could be created", e);
        }
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }

    /** Deletes a part that is no longer needed. */
    public void delete(String name) {
        deleteAll(path.resolve(name));
    }

    public void delete() {
        deleteAll(path);
    }

    /** Moves the logs of all processes to a temporary folder that stays, for a person to find out what went wrong. */
    public Path keepLogs() {
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(path, "*.log")) {
            Path kept = Files.createTempDirectory("licenseflow-bench-logs-");
            for (Path log : logs) {
                Files.move(log, kept.resolve(log.getFileName()));
            }
            return kept;
        } catch (IOException e) {
            throw new UncheckedIOException("The logs in " + path + " could not be kept", e);
        }
    }

    /** A process that was just told to end may still add or delete files; the next attempt deletes what is left. */
    private static void deleteAll(Path folder) {
        for (int attempt = 1; Files.exists(folder); attempt++) {
            try {
                FileSystemUtils.deleteRecursively(folder);
            } catch (IOException e) {
                if (attempt == DELETE_ATTEMPTS) {
                    throw new UncheckedIOException("The temporary folder " + folder + " could not be deleted", e);
                }
                LockSupport.parkNanos(DELETE_PAUSE_NANOS);
            }
        }
    }
}
