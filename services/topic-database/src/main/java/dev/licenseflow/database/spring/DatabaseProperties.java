package dev.licenseflow.database.spring;

import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The PostgreSQL database of a service, which no other service uses.
 *
 * @param url for JDBC; the service's own configuration file names one
 * @param connections at most
 */
public record DatabaseProperties(
        String url,
        String user,
        @DefaultValue("") String password,
        @DefaultValue("12") int connections) {

    private static final long CONNECT_MILLIS = 10_000;

    /**
     * Opens a pool of connections after the tables are up to date.
     *
     * @param service the name of the pool
     * @param tables brings the service's tables up to date
     */
    public HikariDataSource open(String service, Consumer<DataSource> tables) {
        HikariDataSource source = new HikariDataSource();
        source.setPoolName(service);
        source.setJdbcUrl(url);
        source.setUsername(user);
        source.setPassword(password);
        source.setMaximumPoolSize(connections);
        source.setConnectionTimeout(CONNECT_MILLIS);
        source.setInitializationFailTimeout(-1);
        tables.accept(source);
        return source;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return url + " as " + user;
    }
}
