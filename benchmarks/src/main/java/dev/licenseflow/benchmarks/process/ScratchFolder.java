package dev.licenseflow.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A temporary folder with everything that a run writes; deleted with all that is in it. */
public record ScratchFolder(Path path) {

    private static final int DELETE_ATTEMPTS = 30;
    private static final long DELETE_PAUSE_NANOS = 100_000_000;

    public static ScratchFolder create() {
        try {
            return new ScratchFolder(Files.createTempDirectory("licenseflow-bench-"));
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary folder could be made", e);
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

    /** A process that was told to end a moment ago may still write: what it adds is deleted at the next attempt. */
    private static void deleteAll(Path folder) {
        for (int attempt = 1; Files.exists(folder); attempt++) {
            try {
                Files.walkFileTree(folder, new Deletion());
            } catch (IOException e) {
                if (attempt == DELETE_ATTEMPTS) {
                    throw new UncheckedIOException("The temporary folder " + folder + " could not be deleted", e);
                }
                LockSupport.parkNanos(DELETE_PAUSE_NANOS);
            }
        }
    }

    /** Takes a file that is gone already as deleted: a process that was just killed may have done it. */
    private static final class Deletion extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
