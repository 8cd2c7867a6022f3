package dev.licenseflow.portal.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables, made and brought up to date by Flyway from this module's own folder of scripts. */
public final class PortalTables {

    private static final String SCRIPTS = "classpath:partner-portal/db";
    private static final int CONNECT_RETRIES = 30;
    private static final int RETRY_SECONDS = 2;

    private PortalTables() {}

    /** Waits a minute for the database, then brings its tables up to date; several instances may do so at once. */
    public static void update(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations(SCRIPTS)
                .connectRetries(CONNECT_RETRIES)
                .connectRetriesInterval(RETRY_SECONDS)
                .load()
                .migrate();
    }
}
