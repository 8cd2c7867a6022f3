package dev.licenseflow.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The tables of a service, which Flyway creates and updates.
 *
 * @param scripts the folder of the service's scripts, as Flyway names it; no two services share one
 */
public record DatabaseTables(String scripts) {

    private static final int CONNECT_RETRIES = 30;
    private static final int RETRY_SECONDS = 2;

    /** Waits a minute for the database, then brings its tables up to date; several instances may do so at once. */
    public void update(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations(scripts)
                .connectRetries(CONNECT_RETRIES)
                .connectRetriesInterval(RETRY_SECONDS)
                .load()
                .migrate();
    }
}
