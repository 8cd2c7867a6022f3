package dev.licenseflow.database;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs work in transactions of the database. A transaction within a transaction is a part of it. */
public final class Transactions {

    private final TransactionTemplate template;

    public Transactions(DataSource dataSource) {
        this.template = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /** Does the work and commits it, or nothing of it if it throws. */
    public void run(Runnable work) {
        template.executeWithoutResult(status -> work.run());
    }

    /** Does the work, commits it and returns its result. */
    public <T> T call(Supplier<T> work) {
        T result = template.execute(status -> work.get());
        if (result == null) {
            throw new IllegalStateException("The work of a transaction returned nothing");
        }
        return result;
    }
}
