package dev.licenseflow.billing.database;

import dev.licenseflow.database.DatabaseTables;
import javax.sql.DataSource;

/** The tables of the ledger; their scripts are in this module. */
public final class LedgerTables {

    private static final DatabaseTables TABLES = new DatabaseTables("classpath:billing-ledger/db");

    private LedgerTables() {}

    /** Waits a minute for the database, then brings its tables up to date; several instances may do so at once. */
    public static void update(DataSource dataSource) {
        TABLES.update(dataSource);
    }
}
