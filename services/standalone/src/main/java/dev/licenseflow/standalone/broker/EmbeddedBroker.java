package dev.licenseflow.standalone.broker;

import dev.licenseflow.standalone.startup.DataFolder;
import dev.licenseflow.standalone.startup.Ports;
import dev.licenseflow.standalone.startup.StartupRefusedException;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * A running Kafka broker in this JVM. It is ready for clients when {@code start} returns, and its records survive both
 * {@link #close()} and a kill: the next start on the same folder goes on where this one was.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final String PURPOSE = "the Kafka broker";

    private final DataFolder folder;
    private final boolean ownsFolder;
    private final KafkaRaftServer server;
    private final String bootstrapServers;

    private EmbeddedBroker(DataFolder folder, boolean ownsFolder, KafkaRaftServer server, String bootstrapServers) {
        this.folder = folder;
        this.ownsFolder = ownsFolder;
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /** Whether a broker was ever started in this folder. */
    public static boolean isIn(DataFolder folder) {
        return BrokerStorage.isIn(folder);
    }

    /**
     * Opens the data folder and starts a broker in it; the folder is released when the broker is closed.
     *
     * @throws StartupRefusedException if a port is taken, or the folder cannot be opened
     */
    public static EmbeddedBroker start(Path dataFolder, BrokerSettings settings) {
        DataFolder folder = DataFolder.open(dataFolder);
        try {
            return start(folder, true, settings, Time.SYSTEM);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /**
     * Starts a broker in a data folder that the caller has opened, shares with other parts, and closes after the broker.
     *
     * @throws StartupRefusedException if a port is taken
     */
    public static EmbeddedBroker start(DataFolder dataFolder, BrokerSettings settings) {
        return start(dataFolder, settings, Time.SYSTEM);
    }

    /**
     * The same by another clock, which gives the records their times.
     *
     * @param clock its milliseconds may be put forward while nothing is in flight; its nanoseconds, by which the broker
     *     measures time, have to run evenly
     * @throws StartupRefusedException if a port is taken
     */
    public static EmbeddedBroker start(DataFolder dataFolder, BrokerSettings settings, Time clock) {
        return start(dataFolder, false, settings, clock);
    }

    private static EmbeddedBroker start(DataFolder folder, boolean ownsFolder, BrokerSettings settings, Time clock) {
        int port = freeOrGiven(settings.host(), settings.port());
        int controllerPort = freeOrGiven(BrokerSettings.LOOPBACK, settings.controllerPort());
        Path logFolder = BrokerStorage.prepare(folder);
        KafkaConfig config = new KafkaConfig(BrokerProperties.of(logFolder, settings, port, controllerPort), false);
        KafkaRaftServer server = new KafkaRaftServer(config, clock);
        try {
            server.startup();
        } catch (RuntimeException e) {
            server.shutdown();
            throw e;
        }
        return new EmbeddedBroker(folder, ownsFolder, server, settings.advertisedHost() + ":" + port);
    }

    /** What a client on this machine, or one that resolves the advertised host, sets as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    public DataFolder dataFolder() {
        return folder;
    }

    /** Waits until all records are on disk and the ports are free again. A second call does nothing. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        if (ownsFolder) {
            folder.close();
        }
    }

    private static int freeOrGiven(String host, int port) {
        if (port == 0) {
            return Ports.free(host);
        }
        Ports.requireFree(host, port, PURPOSE);
        return port;
    }
}
