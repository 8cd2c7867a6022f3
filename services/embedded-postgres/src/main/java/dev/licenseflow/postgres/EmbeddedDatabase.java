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
 * {@link #close()} and a kill of this JVM or of the database: the next start on the same folder continues with it. One
 * process at a time may use a folder, which the caller has to ensure. Linux on amd64 and arm64.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    /** The name of the user, who has all rights. */
    public static final String USER = "postgres";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final String LOCALHOST = "127.0.0.1";

    private final EmbeddedPostgres server;
    private final DatabaseFolder folder;
    private boolean closed;

    private EmbeddedDatabase(EmbeddedPostgres server, DatabaseFolder folder) {
        this.server = server;
        this.folder = folder;
    }

    /** Whether there are programs for this machine. */
    public static boolean isAvailable() {
        return System.getProperty("os.name").equals("Linux")
                && Set.of("amd64", "aarch64").contains(System.getProperty("os.arch"));
    }

    /**
     * Starts a database that answers when this returns; the first start in a folder takes some seconds more.
     *
     * @param path of the folder with the programs and the data; created if it does not exist
     * @param port 0 takes a free one
     * @throws UncheckedIOException if the folder cannot be written, the port is taken, or the database does not start
     */
    public static EmbeddedDatabase start(Path path, int port) {
        DatabaseFolder folder = DatabaseFolder.in(path);
        try {
            folder.prepare();
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(folder.programs().toFile())
                    .setDataDirectory(folder.data())
                    .setCleanDataDirectory(false)
                    .setPGStartupWait(START_TIMEOUT)
                    .setRegisterShutdownHook(false)
                    // The library's own settings are for tests: it would not wait for the disk, and lose commits.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("listen_addresses", LOCALHOST)
                    .setServerConfig("max_connections", "60");
            if (port != 0) {
                requireFree(port);
                builder.setPort(port);
            }
            EmbeddedDatabase database = new EmbeddedDatabase(builder.start(), folder);
            folder.finish();
            LOG.info("PostgreSQL listens on port {}", database.server.getPort());
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start in " + path, e);
        }
    }

    /**
     * The JDBC URL of a database whose server runs in the folder, started by another process, for {@link #USER}; empty if
     * none runs there.
     */
    public static Optional<String> urlInRunning(Path path, String database) {
        try {
            return DatabaseFolder.in(path).port().map(port -> url(port, database));
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + path + " cannot be read", e);
        }
    }

    /** With a taken port PostgreSQL would not fail before the start's timeout. */
    private static void requireFree(int port) throws IOException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (BindException e) {
            throw new IOException("Port " + port + " is taken", e);
        }
    }

    /** The JDBC URL of the database that every server has. */
    public String url() {
        return url(server.getPort(), "postgres");
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://" + LOCALHOST + ":" + port + "/" + database;
    }

    /**
     * The JDBC URL of a database of this server, which is created if it does not exist.
     *
     * @param name letters, digits and underscores
     * @throws IllegalArgumentException for another name
     */
    public String database(String name) {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException(name + " is no name of a database here");
        }
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
            if (!found.next()) {
                statement.execute("create database " + name);
            }
            return url(server.getPort(), name);
        } catch (SQLException e) {
            throw new IllegalStateException("The database " + name + " cannot be created", e);
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
            writeCheckpoint();
            server.close();
            // The library waits five seconds and then leaves the server running.
            folder.stopServer();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not stop", e);
        }
    }

    /** Does beforehand what stopping would have to wait for. */
    private void writeCheckpoint() {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
        } catch (SQLException stoppedAlready) {
            LOG.info("PostgreSQL was gone before it was stopped: {}", stoppedAlready.getMessage());
        }
    }
}
