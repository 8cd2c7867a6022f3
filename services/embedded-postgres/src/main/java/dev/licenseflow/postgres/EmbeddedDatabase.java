package dev.licenseflow.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL in a folder, listening on this machine only, without a password. What it has committed survives
 * {@link #close()} and a kill of this JVM or of the database: the next start on the same folder goes on where it was. One
 * process at a time may use a folder, which its owner has to see to. Linux on amd64 and arm64.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    /** The name of the user, who may do everything. */
    public static final String USER = "postgres";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final String LOCALHOST = "127.0.0.1";

    private final EmbeddedPostgres server;
    private final Path data;
    private boolean closed;

    private EmbeddedDatabase(EmbeddedPostgres server, Path data) {
        this.server = server;
        this.data = data;
    }

    /** Whether there are programs for this machine. */
    public static boolean isAvailable() {
        return System.getProperty("os.name").equals("Linux")
                && Set.of("amd64", "aarch64").contains(System.getProperty("os.arch"));
    }

    /**
     * Starts a database that answers when this returns; the first start in a folder takes some seconds more.
     *
     * @param folder made if it is not there; it holds the programs and the data
     * @param port 0 takes a free one
     * @throws UncheckedIOException if the folder cannot be written, the port is taken, or the database does not start
     */
    public static EmbeddedDatabase start(Path folder, int port) {
        FirstStart firstStart = FirstStart.in(folder.toAbsolutePath());
        Path data = firstStart.data();
        try {
            LeftoverServer.stopIn(data);
            firstStart.begin();
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(firstStart.programs().toFile())
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPGStartupWait(START_TIMEOUT)
                    .setRegisterShutdownHook(false)
                    // The library is made for tests: it does not wait for the disk, and would lose what it has
                    // confirmed.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("listen_addresses", LOCALHOST)
                    .setServerConfig("max_connections", "60");
            if (port != 0) {
                requireFree(port);
                builder.setPort(port);
            }
            EmbeddedDatabase database = new EmbeddedDatabase(builder.start(), data);
            firstStart.end();
            LOG.info("PostgreSQL listens on port {}", database.port());
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start in " + folder, e);
        }
    }

    /**
     * The JDBC URL of a database whose server runs in the folder, started by another process, for {@link #USER}; empty if
     * none runs there.
     */
    public static Optional<String> urlInRunning(Path folder, String database) {
        try {
            return LeftoverServer.portOf(FirstStart.in(folder.toAbsolutePath()).data())
                    .map(port -> url(port, database));
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be read", e);
        }
    }

    /** PostgreSQL itself would be waited for until the time is over. */
    private static void requireFree(int port) throws IOException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (BindException e) {
            throw new IOException("Port " + port + " is taken", e);
        }
    }

    public int port() {
        return server.getPort();
    }

    /** What a client sets as JDBC URL; the database of this name is always there. */
    public String url() {
        return url("postgres");
    }

    private String url(String database) {
        return url(port(), database);
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://" + LOCALHOST + ":" + port + "/" + database;
    }

    /**
     * The JDBC URL of a database of this server, which is made if it is not there.
     *
     * @param name letters, digits and underscores
     * @throws IllegalArgumentException for another name
     */
    public String database(String name) {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException(name + " is no name of a database here");
        }
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet found = statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
                if (found.next()) {
                    return url(name);
                }
            }
            statement.execute("create database " + name);
            return url(name);
        } catch (SQLException e) {
            throw new IllegalStateException("The database " + name + " cannot be made", e);
        }
    }

    /** Stops it once what it has committed is on disk. A second call does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            writeOut();
            server.close();
            // The library waits five seconds and then leaves the server to itself.
            LeftoverServer.stopIn(data);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not stop", e);
        }
    }

    /** Does beforehand what stopping would have to wait for. */
    private void writeOut() {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
        } catch (SQLException stoppedAlready) {
            LOG.info("PostgreSQL is gone before it was stopped: {}", stoppedAlready.getMessage());
        }
    }
}
