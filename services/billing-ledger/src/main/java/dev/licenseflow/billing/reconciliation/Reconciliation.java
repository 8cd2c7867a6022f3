package dev.licenseflow.billing.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Compares the ledger with the licenses topic, customer by customer, as both stand in one look at the database. */
public final class Reconciliation {

    private final JdbcClient database;

    public Reconciliation(JdbcClient database) {
        this.database = database;
    }

    /**
     * The balances of customers, sorted by id.
     *
     * @param after only customers with a greater id
     * @param onlyDifferences leave out customers for whom both sources agree
     */
    public List<CustomerBalance> after(String after, boolean onlyDifferences, int limit) {
        return query("customer_id > :customer", after, onlyDifferences, limit);
    }

    /** The balance of one customer; empty if no source knows the customer. */
    public Optional<CustomerBalance> of(String customerId) {
        return query("customer_id = :customer", customerId, false, 1).stream().findFirst();
    }

    private List<CustomerBalance> query(String condition, String customerId, boolean onlyDifferences, int limit) {
        return database.sql("""
                        with ledger as (
                            select customer_id, coalesce(sum(amount_cents) filter (where status <> 'SETTLED'), 0)::bigint as cents
                            from charges where %1$s group by customer_id),
                        topic as (select customer_id, open_cents as cents from license_balances where %1$s),
                        both_sides as (
                            select customer_id, coalesce(ledger.cents, 0) as ledger_cents, topic.cents as topic_cents
                            from ledger full join topic using (customer_id))
                        select b.*, (select count(*) from settlements s
                            where s.customer_id = b.customer_id and s.status = 'PENDING') as pending
                        from both_sides b
                        where not :onlyDifferences or b.ledger_cents <> coalesce(b.topic_cents, 0)
                        order by customer_id limit :limit""".formatted(condition))
                .param("customer", customerId)
                .param("onlyDifferences", onlyDifferences)
                .param("limit", limit)
                .query(Reconciliation::balance)
                .list();
    }

    private static CustomerBalance balance(ResultSet row, int number) throws SQLException {
        Long topicCents = row.getObject("topic_cents", Long.class);
        return new CustomerBalance(
                row.getString("customer_id"),
                row.getLong("ledger_cents"),
                topicCents == null ? OptionalLong.empty() : OptionalLong.of(topicCents),
                row.getLong("pending"));
    }
}
