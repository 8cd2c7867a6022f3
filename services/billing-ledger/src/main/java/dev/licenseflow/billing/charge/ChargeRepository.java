package dev.licenseflow.billing.charge;

import dev.licenseflow.database.DatabaseTime;
import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.charge.ChargeLine;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The charges of the ledger. What came first under a charge id stands for ever; only its settling changes. */
public final class ChargeRepository {

    private final JdbcClient database;

    public ChargeRepository(JdbcClient database) {
        this.database = database;
    }

    /**
     * Enters a charge as open.
     *
     * @return false if a charge of this id is there already; nothing was changed then
     */
    public boolean enter(Charge charge) {
        ChargeLine line = charge.line();
        return database.sql("""
                        insert into charges (charge_id, kind, customer_id, partner_id, product, quantity, unit_price_cents,
                            days_charged, days_in_month, amount_cents, currency, month, due_by, cause_id, catalog_version)
                        values (:id, :kind, :customer, :partner, :product, :quantity, :price,
                            :days, :daysInMonth, :amount, :currency, :month, :dueBy, :cause, :catalog)
                        on conflict (charge_id) do nothing""")
                        .param("id", charge.chargeId())
                        .param("kind", charge.kind().name())
                        .param("customer", charge.customerId())
                        .param("partner", charge.partnerId())
                        .param("product", line.product())
                        .param("quantity", line.quantity())
                        .param("price", line.unitPriceCents())
                        .param("days", line.daysCharged())
                        .param("daysInMonth", line.daysInMonth())
                        .param("amount", line.amountCents())
                        .param("currency", charge.currency())
                        .param("month", charge.month().toString())
                        .param("dueBy", charge.dueBy())
                        .param("cause", charge.causeId())
                        .param("catalog", charge.catalogVersion())
                        .update()
                == 1;
    }

    public Optional<LedgerCharge> find(String chargeId) {
        return database.sql(ChargeRows.SELECT + " where c.charge_id = :id")
                .param("id", chargeId)
                .query(ChargeRows::charge)
                .optional();
    }

    /** The charges of these ids that are there, in the order in which they came. */
    public List<LedgerCharge> findAll(Collection<String> chargeIds) {
        return chargeIds.isEmpty()
                ? List.of()
                : database.sql(ChargeRows.SELECT + " where c.charge_id in (:ids) order by c.seq")
                        .param("ids", chargeIds)
                        .query(ChargeRows::charge)
                        .list();
    }

    /** The open charges of a customer, of one month if given, at most as many as the limit. */
    public List<LedgerCharge> open(String customerId, Optional<YearMonth> month, int limit) {
        return database.sql(ChargeRows.SELECT + """
                         where c.customer_id = :customer and c.status = 'OPEN'
                        and (cast(:month as text) is null or c.month = :month) order by c.month, c.seq limit :limit""")
                .param("customer", customerId)
                .param("month", month.map(YearMonth::toString).orElse(null))
                .param("limit", limit)
                .query(ChargeRows::charge)
                .list();
    }

    /** All charges of a customer and month with this partner, in the order in which they came. */
    public List<LedgerCharge> ofMonth(String partnerId, String customerId, YearMonth month) {
        return database.sql(ChargeRows.SELECT + """
                         where c.partner_id = :partner and c.customer_id = :customer and c.month = :month order by c.seq""")
                .param("partner", partnerId)
                .param("customer", customerId)
                .param("month", month.toString())
                .query(ChargeRows::charge)
                .list();
    }

    /** All charges of a month with this partner, by customer. */
    public List<LedgerCharge> ofMonth(String partnerId, YearMonth month, int limit) {
        return database.sql(ChargeRows.SELECT + """
                         where c.partner_id = :partner and c.month = :month order by c.customer_id, c.seq limit :limit""")
                .param("partner", partnerId)
                .param("month", month.toString())
                .param("limit", limit)
                .query(ChargeRows::charge)
                .list();
    }

    /** Marks an open charge as waiting for the decision on a settlement; false if it is not open. */
    public boolean reserve(String chargeId, String settlementId) {
        return database.sql("""
                        update charges set status = 'SETTLING', settlement_id = :settlement
                        where charge_id = :id and status = 'OPEN'""")
                        .param("id", chargeId)
                        .param("settlement", settlementId)
                        .update()
                == 1;
    }

    /** Marks a charge as settled; false if it is unknown or settled already. */
    public boolean settle(String chargeId, String settlementId, Instant at) {
        return database.sql("""
                        update charges set status = 'SETTLED', settlement_id = :settlement, settled_at = :at
                        where charge_id = :id and status <> 'SETTLED'""")
                        .param("id", chargeId)
                        .param("settlement", settlementId)
                        .param("at", DatabaseTime.of(at))
                        .update()
                == 1;
    }

    /** Makes a charge open again that waited for this settlement. */
    public void release(String chargeId, String settlementId) {
        database.sql("""
                        update charges set status = 'OPEN', settlement_id = null
                        where charge_id = :id and settlement_id = :settlement and status = 'SETTLING'""")
                .param("id", chargeId)
                .param("settlement", settlementId)
                .update();
    }
}
