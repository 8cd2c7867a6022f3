package dev.licenseflow.billing;

import com.zaxxer.hikari.HikariDataSource;
import dev.licenseflow.billing.database.LedgerTables;
import dev.licenseflow.billing.postgres.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database of its own for a test class, on the one PostgreSQL of this JVM. */
public final class TestDatabase implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String url;
    private final HikariDataSource source;

    private TestDatabase(String url) {
        this.url = url;
        this.source = new HikariDataSource();
        source.setJdbcUrl(url);
        source.setUsername(EmbeddedDatabase.USER);
        source.setMaximumPoolSize(6);
    }

    /** With the ledger's tables, all empty. */
    public static TestDatabase create() {
        TestDatabase database = createEmpty();
        LedgerTables.update(database.source);
        return database;
    }

    /** Without any table. */
    public static TestDatabase createEmpty() {
        String name = "ledger" + NUMBER.incrementAndGet();
        try (TestDatabase server = new TestDatabase(Server.RUNNING.url())) {
            server.client().sql("create database " + name).update();
        }
        return new TestDatabase(Server.RUNNING.url(name));
    }

    public String url() {
        return url;
    }

    public HikariDataSource source() {
        return source;
    }

    public JdbcClient client() {
        return JdbcClient.create(source);
    }

    /** The only number that a query gives. */
    public long number(String sql) {
        return client().sql(sql).query(Long.class).single();
    }

    /** The only text that a query gives. */
    public String text(String sql) {
        return client().sql(sql).query(String.class).single();
    }

    @Override
    public void close() {
        source.close();
    }

    /** Started with the first test that needs it, stopped with the JVM. */
    private static final class Server {

        private static final EmbeddedDatabase RUNNING = start();

        private static EmbeddedDatabase start() {
            try {
                Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "postgres");
                EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0);
                Runtime.getRuntime().addShutdownHook(new Thread(database::close, "postgres-stop"));
                return database;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
