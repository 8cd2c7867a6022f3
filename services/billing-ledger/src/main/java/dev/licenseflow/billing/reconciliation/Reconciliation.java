package dev.licenseflow.billing.reconciliation;

import dev.licenseflow.domain.license.PublishedLicenses;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Compares the ledger with the licenses topic, customer by customer, in one query and so at one moment. */
public final class Reconciliation {

    /** What two sources say that a customer owes, in cents. */
    @Schema(name = "Balance", description = "What the ledger and the licenses topic say that a customer owes")
    public record CustomerBalance(
            String customerId,

            @Schema(description = "The charges that are OPEN or SETTLING")
            long ledgerOpenCents,

            @Schema(description = "Absent for a customer that is not on the licenses topic")
            Optional<Long> licensesOpenCents,

            @Schema(description = "How much more the ledger says")
            long differenceCents,

            @Schema(description = "A settlement waits for its decision, so a difference is to be expected")
            boolean inFlight,

            long pendingSettlements) {}

    private final JdbcClient database;

    public Reconciliation(JdbcClient database) {
        this.database = database;
    }

    /** Enters a customer's record of the licenses topic (rule L1); an earlier revision never replaces a later one. */
    public void enter(PublishedLicenses licenses) {
        database.sql("""
                        insert into license_balances (customer_id, partner_id, status, revision, open_cents)
                        values (:customer, :partner, :status, :revision, :open)
                        on conflict (customer_id) do update set partner_id = excluded.partner_id, status = excluded.status,
                            revision = excluded.revision, open_cents = excluded.open_cents
                        where excluded.revision >= license_balances.revision""")
                .param("customer", licenses.customerId())
                .param("partner", licenses.partnerId())
                .param("status", licenses.status().name())
                .param("revision", licenses.revision())
                .param("open", licenses.openChargesCents())
                .update();
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
        long ledgerCents = row.getLong("ledger_cents");
        Optional<Long> topicCents = Optional.ofNullable(row.getObject("topic_cents", Long.class));
        long pending = row.getLong("pending");
        return new CustomerBalance(
                row.getString("customer_id"),
                ledgerCents,
                topicCents,
                Math.subtractExact(ledgerCents, topicCents.orElse(0L)),
                pending > 0,
                pending);
    }
}
