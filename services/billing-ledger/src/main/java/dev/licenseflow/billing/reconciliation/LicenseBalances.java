package dev.licenseflow.billing.reconciliation;

import dev.licenseflow.schema.LicenseState;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the licenses topic says of each customer (rule L1); an earlier revision never replaces a later one. */
public final class LicenseBalances {

    private final JdbcClient database;

    public LicenseBalances(JdbcClient database) {
        this.database = database;
    }

    /** Enters what a customer's licenses record says. */
    public void enter(LicenseState state) {
        database.sql("""
                        insert into license_balances (customer_id, partner_id, status, revision, open_cents)
                        values (:customer, :partner, :status, :revision, :open)
                        on conflict (customer_id) do update set partner_id = excluded.partner_id, status = excluded.status,
                            revision = excluded.revision, open_cents = excluded.open_cents
                        where excluded.revision >= license_balances.revision""")
                .param("customer", state.getCustomerId())
                .param("partner", state.getPartnerId())
                .param("status", state.getStatus().name())
                .param("revision", state.getRevision())
                .param("open", state.getOpenChargesCents())
                .update();
    }
}
