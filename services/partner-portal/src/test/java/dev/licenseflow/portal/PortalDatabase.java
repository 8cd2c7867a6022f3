package dev.licenseflow.portal;

import com.zaxxer.hikari.HikariDataSource;
import dev.licenseflow.portal.database.PortalTables;
import dev.licenseflow.postgres.EmbeddedDatabase;
import dev.licenseflow.postgres.TestServer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database of its own for a test class, with the portal's tables and two partners, on the one PostgreSQL of this JVM. */
public final class PortalDatabase implements AutoCloseable {

    private final String url = TestServer.newDatabase();
    private final HikariDataSource source = new HikariDataSource();

    private PortalDatabase() {
        source.setJdbcUrl(url);
        source.setUsername(EmbeddedDatabase.USER);
        source.setMaximumPoolSize(6);
        PortalTables.update(source);
        client().sql("insert into partners values ('p1', 'Partner One'), ('p2', 'Partner Two')")
                .update();
    }

    public static PortalDatabase create() {
        return new PortalDatabase();
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

    @Override
    public void close() {
        source.close();
    }
}
