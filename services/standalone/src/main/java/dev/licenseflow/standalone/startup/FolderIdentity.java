package dev.licenseflow.standalone.startup;

import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import org.apache.kafka.common.Uuid;

/**
 * The file that says that a data folder is ours, in which layout, and which cluster lives in it.
 *
 * <p>It is written before anything else and put in place by one rename, so that a folder is either ours or empty even
 * when the process is killed during its first start.
 */
record FolderIdentity(String clusterId) {

    static final String FILE_NAME = "licenseflow.properties";
    static final String DRAFT_NAME = "licenseflow.properties.new";

    private static final String LAYOUT_KEY = "layout.version";
    private static final String CLUSTER_KEY = "cluster.id";

    static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(FILE_NAME));
    }

    /** The caller holds the folder's lock: otherwise two first starts could each give the cluster an id. */
    static FolderIdentity readOrCreate(Path folder) throws IOException {
        return isIn(folder) ? read(folder) : create(folder);
    }

    private static FolderIdentity read(Path folder) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve(FILE_NAME), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        String layout = properties.getProperty(LAYOUT_KEY, "(none)");
        boolean earlier = DataFolder.EARLIER_LAYOUT_VERSIONS.contains(layout);
        if (!earlier && !layout.equals(DataFolder.LAYOUT_VERSION)) {
            throw new StartupRefusedException("The data folder %s has layout version %s, this program needs %s"
                    .formatted(folder, layout, DataFolder.LAYOUT_VERSION));
        }
        String clusterId = properties.getProperty(CLUSTER_KEY);
        if (clusterId == null || clusterId.isBlank()) {
            throw new StartupRefusedException(
                    "The data folder " + folder + " is damaged: no " + CLUSTER_KEY + " in " + FILE_NAME);
        }
        FolderIdentity identity = new FolderIdentity(clusterId);
        return earlier ? identity.writtenTo(folder) : identity;
    }

    private static FolderIdentity create(Path folder) throws IOException {
        return new FolderIdentity(Uuid.randomUuid().toString()).writtenTo(folder);
    }

    private FolderIdentity writtenTo(Path folder) throws IOException {
        String text = """
                # A data folder of Licenseflow. Do not edit: without this file the folder is not opened.
                %s=%s
                %s=%s
                """.formatted(LAYOUT_KEY, DataFolder.LAYOUT_VERSION, CLUSTER_KEY, clusterId);
        Path draft = folder.resolve(DRAFT_NAME);
        try (FileChannel channel = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(draft, folder.resolve(FILE_NAME), StandardCopyOption.ATOMIC_MOVE);
        return this;
    }
}
