package dev.licenseflow.standalone.startup;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;

/**
 * The folder that holds everything one standalone pipeline keeps: the broker's log, the schemas, the state stores.
 *
 * <p>One process at a time opens it, because two brokers on one log would destroy it. The operating system holds the
 * lock, so it ends with the process, also after a kill. A folder of an unknown layout version is refused, and so is a
 * folder with other contents: it belongs to somebody else, and its path was probably mistyped.
 */
public final class DataFolder implements AutoCloseable {

    /**
     * Raised whenever a folder written by this version could no longer be read by the previous one, or vice versa. Layouts 1 and 2
     * are of before the release 1.0 of the schemas.
     */
    private static final String LAYOUT_VERSION = "3";

    private static final String IDENTITY_FILE = "licenseflow.properties";
    private static final String LAYOUT_KEY = "layout.version";
    private static final String CLUSTER_KEY = "cluster.id";

    private static final String LOCK_FILE = "licenseflow.lock";

    /** Far behind the text: where locks are mandatory (Windows) the process id must stay readable. */
    private static final long LOCKED_POSITION = Long.MAX_VALUE - 1;

    private static final String DRAFT_SUFFIX = ".new";

    /** What a folder may hold before its first start: what a killed start leaves, and what a fresh volume holds. */
    private static final Set<String> NOT_CONTENT = Set.of(LOCK_FILE, IDENTITY_FILE + DRAFT_SUFFIX, "lost+found");

    private final Path path;
    private final FileChannel lock;
    private final String clusterId;

    private DataFolder(Path path, FileChannel lock, String clusterId) {
        this.path = path;
        this.lock = lock;
        this.clusterId = clusterId;
    }

    /**
     * Opens the folder and locks it until {@link #close()} or the end of the process; creates it if it does not exist.
     *
     * @throws StartupRefusedException if it is in use, not writable, of another layout version, or somebody else's
     */
    public static DataFolder open(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            requireOursOrEmpty(path);
            Files.createDirectories(path);
            FileChannel lock = lock(path);
            try {
                return new DataFolder(path, lock, identify(path));
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new StartupRefusedException(
                    "The data folder %s cannot be written: %s on %s"
                            .formatted(path, e.getClass().getSimpleName(), e.getMessage()),
                    e);
        }
    }

    public Path path() {
        return path;
    }

    /** A file or folder inside, for one part of the pipeline. */
    public Path resolve(String name) {
        return path.resolve(name);
    }

    /** The id of the Kafka cluster in this folder, given when the folder was created and never changed. */
    public String clusterId() {
        return clusterId;
    }

    /** Lets another process open the folder; whatever writes into it must have stopped. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The lock of the data folder could not be released", e);
        }
    }

    private static void requireOursOrEmpty(Path path) throws IOException {
        if (!Files.exists(path) || Files.exists(path.resolve(IDENTITY_FILE))) {
            return;
        }
        if (!Files.isDirectory(path)) {
            throw new StartupRefusedException("The data folder " + path + " is not a folder");
        }
        try (Stream<Path> entries = Files.list(path)) {
            if (!entries.allMatch(
                    entry -> NOT_CONTENT.contains(entry.getFileName().toString()))) {
                throw new StartupRefusedException("The folder " + path + " holds other files and no " + IDENTITY_FILE
                        + "; choose an empty or a new folder");
            }
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        Path file = folder.resolve(LOCK_FILE);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (!tryLock(channel)) {
                String owner = Files.readString(file, StandardCharsets.US_ASCII).strip();
                throw new StartupRefusedException("The data folder %s is in use by process %s"
                        .formatted(folder, owner.isEmpty() ? "(unknown)" : owner));
            }
            channel.truncate(0);
            channel.write(StandardCharsets.US_ASCII.encode(
                    Long.toString(ProcessHandle.current().pid())));
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_POSITION, 1, false) != null;
        } catch (OverlappingFileLockException e) {
            return false; // this process has opened the folder before
        }
    }

    /**
     * Reads the cluster's id, or gives it one at the first start; the caller holds the lock. The identity is written
     * before anything else, so that a folder is either ours or empty, also after a kill during the first start.
     */
    private static String identify(Path folder) throws IOException {
        Path file = folder.resolve(IDENTITY_FILE);
        if (!Files.exists(file)) {
            String clusterId = Uuid.randomUuid().toString();
            writeIdentity(file, clusterId);
            return clusterId;
        }
        Properties properties = readProperties(file);
        String layout = properties.getProperty(LAYOUT_KEY, "(none)");
        if (!layout.equals(LAYOUT_VERSION)) {
            throw new StartupRefusedException(
                    "The data folder %s has layout version %s, this program needs %s; choose another folder"
                            .formatted(folder, layout, LAYOUT_VERSION));
        }
        String clusterId = properties.getProperty(CLUSTER_KEY, "");
        if (clusterId.isBlank()) {
            throw new StartupRefusedException(
                    "The data folder " + folder + " is damaged: no " + CLUSTER_KEY + " in " + IDENTITY_FILE);
        }
        return clusterId;
    }

    private static void writeIdentity(Path file, String clusterId) throws IOException {
        writeAtOnce(file, """
                # A data folder of Licenseflow. Do not edit: without this file the folder is not opened.
                %s=%s
                %s=%s
                """.formatted(LAYOUT_KEY, LAYOUT_VERSION, CLUSTER_KEY, clusterId));
    }

    static Properties readProperties(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    /** Writes the whole file or nothing: the text is on disk before the file gets its name. */
    static void writeAtOnce(Path file, String text) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + DRAFT_SUFFIX);
        Files.writeString(
                draft,
                text,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE,
                StandardOpenOption.SYNC);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
