package dev.licenseflow.billing;

import com.zaxxer.hikari.HikariDataSource;
import dev.licenseflow.billing.database.LedgerTables;
import dev.licenseflow.postgres.EmbeddedDatabase;
import dev.licenseflow.postgres.TestServer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database of its own for a test class, on the one PostgreSQL of this JVM. */
public final class TestDatabase implements AutoCloseable {

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
        return new TestDatabase(TestServer.newDatabase());
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
}
