package dev.licenseflow.portal.database;

import dev.licenseflow.database.DatabaseTables;
import dev.licenseflow.portal.license.DecisionRepository;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of the portal. */
public final class PortalTables {

    private static final DatabaseTables TABLES = new DatabaseTables("classpath:partner-portal/db");

    private PortalTables() {}

    /** Waits a minute for the database, then brings its tables up to date; several instances may do so at once. */
    public static void update(DataSource dataSource) {
        TABLES.update(dataSource);
        new DecisionRepository(JdbcClient.create(dataSource)).keepKnownSchemas();
    }
}
