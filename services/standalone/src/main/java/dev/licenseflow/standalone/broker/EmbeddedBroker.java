package dev.licenseflow.standalone.broker;

import dev.licenseflow.standalone.startup.DataFolder;
import dev.licenseflow.standalone.startup.Ports;
import dev.licenseflow.standalone.startup.StartupRefusedException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;
import org.springframework.util.FileSystemUtils;

/**
 * A running Kafka broker in this JVM: controller and broker in one node. It is ready for clients when {@code start}
 * returns, and its records survive both {@link #close()} and a kill: the next start on the same folder continues with
 * them. Only this class and {@link FatalFaults} use classes of Kafka's server, which has no public API to be started.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final String FOLDER_NAME = "kafka";
    private static final String DRAFT_NAME = "kafka.new";

    private final KafkaRaftServer server;
    private final String bootstrapServers;
    private final Runnable release;

    private EmbeddedBroker(KafkaRaftServer server, String bootstrapServers, Runnable release) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
        this.release = release;
    }

    /** Whether a broker was ever started in this folder. */
    public static boolean isIn(DataFolder folder) {
        return Files.exists(folder.resolve(FOLDER_NAME));
    }

    /**
     * Opens the data folder and starts a broker in it; the folder is released when the broker is closed.
     *
     * @throws StartupRefusedException if a port is taken, or the folder cannot be opened
     */
    public static EmbeddedBroker start(Path dataFolder, BrokerSettings settings) {
        DataFolder folder = DataFolder.open(dataFolder);
        try {
            return start(folder, settings, Time.SYSTEM, folder::close);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /**
     * Starts a broker in a data folder that the caller has opened, shares with other parts, and closes after the broker.
     *
     * @param clock gives the records their times. Its milliseconds may be put forward while nothing is in flight; its
     *     nanoseconds, by which the broker measures time, have to run evenly.
     * @throws StartupRefusedException if a port is taken
     */
    public static EmbeddedBroker start(DataFolder dataFolder, BrokerSettings settings, Time clock) {
        return start(dataFolder, settings, clock, () -> {});
    }

    private static EmbeddedBroker start(DataFolder folder, BrokerSettings settings, Time clock, Runnable release) {
        int port = settings.port();
        if (port == 0) {
            port = Ports.free(settings.host());
        } else {
            Ports.requireFree(settings.host(), port, "the Kafka broker");
        }
        int controllerPort = Ports.free(BrokerSettings.LOOPBACK);
        KafkaConfig config = new KafkaConfig(settings.properties(logFolder(folder), port, controllerPort), false);
        KafkaRaftServer server = new KafkaRaftServer(config, clock);
        try {
            server.startup();
        } catch (RuntimeException e) {
            server.shutdown();
            throw e;
        }
        return new EmbeddedBroker(server, settings.advertisedHost() + ":" + port, release);
    }

    /** What a client on this machine, or one that resolves the advertised host, sets as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Waits until all records are on disk and the ports are free again. A second call does nothing. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        release.run();
    }

    private static Path logFolder(DataFolder dataFolder) {
        Path folder = dataFolder.resolve(FOLDER_NAME);
        if (folder.toString().contains(",")) {
            throw new StartupRefusedException(
                    "The data folder " + dataFolder.path() + " has a comma in its path, which Kafka cannot use");
        }
        if (!isIn(dataFolder)) {
            format(dataFolder, folder);
        }
        return folder;
    }

    /** Formats a draft and renames it, so that a kill in between leaves no half-formatted folder that never starts. */
    private static void format(DataFolder dataFolder, Path folder) {
        Path draft = dataFolder.resolve(DRAFT_NAME);
        try (PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            FileSystemUtils.deleteRecursively(draft);
            Files.createDirectories(draft);
            new Formatter()
                    .setClusterId(dataFolder.clusterId())
                    .setNodeId(BrokerSettings.NODE_ID)
                    .setDirectories(List.of(draft.toString()))
                    .setMetadataLogDirectory(draft.toString())
                    .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                    .setPrintStream(silent)
                    .run();
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the broker's folder " + folder + " could not be written", e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the broker's folder " + folder + " could not be formatted", e);
        }
    }
}
