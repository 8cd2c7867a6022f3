package dev.licenseflow.standalone.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder that holds everything one standalone pipeline keeps: the broker's log, the schemas, the state stores.
 *
 * <p>It is opened by one process at a time. Two brokers on one log would destroy it, and so would a later version that
 * reads an older layout differently; hence the lock and the layout version. A folder with other contents is left alone:
 * it is somebody's, and most likely a mistyped path.
 */
public final class DataFolder implements AutoCloseable {

    /**
     * Raised whenever a folder written by this version could no longer be read by the previous one, or vice versa. Since
     * 2 the schema registry's file may hold modes and deletions.
     */
    static final String LAYOUT_VERSION = "2";

    /** Layouts that this version reads as they are; the folder has the present one from then on. */
    static final Set<String> EARLIER_LAYOUT_VERSIONS = Set.of("1");

    /** May be there before us without making the folder a stranger's: our own lock, and what a fresh volume holds. */
    private static final Set<String> NOT_CONTENT = Set.of(FolderLock.FILE_NAME, "lost+found");

    private final Path path;
    private final FolderLock lock;
    private final FolderIdentity identity;

    private DataFolder(Path path, FolderLock lock, FolderIdentity identity) {
        this.path = path;
        this.lock = lock;
        this.identity = identity;
    }

    /**
     * Opens the folder and locks it until {@link #close()} or the end of the process; makes it if it is not there.
     *
     * @throws StartupRefusedException if it is in use, not writable, of another layout version, or a stranger's
     */
    public static DataFolder open(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            requireOursOrEmpty(path);
            Files.createDirectories(path);
            FolderLock lock = FolderLock.acquire(path);
            try {
                return new DataFolder(path, lock, FolderIdentity.readOrCreate(path));
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new StartupRefusedException("The data folder " + path + " cannot be written: " + reason(e), e);
        }
    }

    public Path path() {
        return path;
    }

    /** A file or folder inside, for one part of the pipeline. */
    public Path resolve(String name) {
        return path.resolve(name);
    }

    /** The id of the Kafka cluster that lives here, given when the folder was made and never changed. */
    public String clusterId() {
        return identity.clusterId();
    }

    /** Lets another process open the folder; whatever writes into it must have stopped. */
    @Override
    public void close() {
        lock.close();
    }

    private static void requireOursOrEmpty(Path path) throws IOException {
        if (!Files.exists(path) || FolderIdentity.isIn(path)) {
            return;
        }
        if (!Files.isDirectory(path)) {
            throw new StartupRefusedException("The data folder " + path + " is not a folder");
        }
        try (Stream<Path> entries = Files.list(path)) {
            List<String> strangers = entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> !NOT_CONTENT.contains(name) && !name.equals(FolderIdentity.DRAFT_NAME))
                    .toList();
            if (!strangers.isEmpty()) {
                throw new StartupRefusedException("The folder " + path + " holds other files and no "
                        + FolderIdentity.FILE_NAME + "; choose an empty or a new folder");
            }
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + " on " + e.getMessage();
    }
}
