package dev.licenseflow.standalone.startup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One process at a time in a data folder. The operating system holds the lock, so that it goes with the process however
 * that ends; a file that merely existed would outlive a kill -9 and lock its owner out.
 */
final class FolderLock implements AutoCloseable {

    static final String FILE_NAME = "licenseflow.lock";

    /** Far behind the text: where locks are mandatory (Windows) the process id must stay readable. */
    private static final long LOCKED_POSITION = Long.MAX_VALUE - 1;

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static FolderLock acquire(Path folder) throws IOException {
        Path file = folder.resolve(FILE_NAME);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (!tryLock(channel)) {
                throw new StartupRefusedException("The data folder " + folder + " is in use by process " + owner(file));
            }
            channel.truncate(0);
            channel.write(StandardCharsets.US_ASCII.encode(
                    Long.toString(ProcessHandle.current().pid())));
            return new FolderLock(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the lock of the data folder could not be released", e);
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock(LOCKED_POSITION, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // held by this very process, through another opening of the folder
        }
    }

    private static String owner(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.US_ASCII);
            return text.isBlank() ? "(unknown)" : text.strip();
        } catch (IOException e) {
            return "(unknown)";
        }
    }
}
