package dev.licenseflow.billing.charge;

import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for charges, page by page. */
public final class ChargeSearch {

    private final JdbcClient database;

    public ChargeSearch(JdbcClient database) {
        this.database = database;
    }

    /** Charges in the order in which they came, after the one of the given number, at most as many as the limit. */
    public List<LedgerCharge> after(long seq, ChargeFilter filter, int limit) {
        return database.sql(ChargeRows.SELECT + """
                         where c.seq > :seq
                        and (cast(:partner as text) is null or c.partner_id = :partner)
                        and (cast(:customer as text) is null or c.customer_id = :customer)
                        and (cast(:month as text) is null or c.month = :month)
                        and (cast(:status as text) is null or c.status = :status)
                        and (cast(:settlement as text) is null or c.settlement_id = :settlement)
                        order by c.seq limit :limit""")
                .param("seq", seq)
                .param("partner", filter.partnerId().orElse(null))
                .param("customer", filter.customerId().orElse(null))
                .param("month", filter.month().map(YearMonth::toString).orElse(null))
                .param("status", filter.status().map(ChargeStatus::name).orElse(null))
                .param("settlement", filter.settlementId().orElse(null))
                .param("limit", limit)
                .query(ChargeRows::charge)
                .list();
    }
}
