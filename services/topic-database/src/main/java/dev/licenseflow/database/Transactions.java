package dev.licenseflow.database;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** All or nothing. A transaction within a transaction is a part of it. */
public final class Transactions {

    private final TransactionTemplate template;

    public Transactions(DataSource dataSource) {
        this.template = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /** Does the work and commits it, or nothing of it if it throws. */
    public void run(Runnable work) {
        template.executeWithoutResult(status -> work.run());
    }

    /** Does the work, commits it and hands back what it made. */
    public <T> T call(Supplier<T> work) {
        T made = template.execute(status -> work.get());
        if (made == null) {
            throw new IllegalStateException("The work of a transaction made nothing");
        }
        return made;
    }
}
