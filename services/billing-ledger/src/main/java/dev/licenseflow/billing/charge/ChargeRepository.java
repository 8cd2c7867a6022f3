package dev.licenseflow.billing.charge;

import dev.licenseflow.billing.charge.LedgerCharge.ChargeSettling;
import dev.licenseflow.billing.charge.LedgerCharge.ChargeStatus;
import dev.licenseflow.database.DatabaseTime;
import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.charge.ChargeKind;
import dev.licenseflow.domain.charge.ChargeLine;
import dev.licenseflow.domain.request.SettlementOutcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The charges of the ledger. The first content of a charge id is kept for ever; only its settling changes. */
public final class ChargeRepository {

    /** What to search for; an empty field matches every charge. */
    public record ChargeFilter(
            Optional<String> partnerId,
            Optional<String> customerId,
            Optional<YearMonth> month,
            Optional<ChargeStatus> status,
            Optional<String> settlementId) {}

    /** Conditions follow. */
    private static final String SELECT = """
            select c.*, s.outcome as outcome from charges c
            left join settlements s on s.customer_id = c.customer_id and s.settlement_id = c.settlement_id
            where\s""";

    private final JdbcClient database;

    public ChargeRepository(JdbcClient database) {
        this.database = database;
    }

    /**
     * Enters a charge as open.
     *
     * @return false if there is a charge with this id already; nothing was changed then
     */
    public boolean enter(Charge charge) {
        ChargeLine line = charge.line();
        return database.sql("""
                        insert into charges (charge_id, kind, customer_id, partner_id, product, quantity, unit_price_cents,
                            days_charged, days_in_month, amount_cents, currency, month, due_by, cause_id, catalog_version,
                            quote_id, corrects)
                        values (:id, :kind, :customer, :partner, :product, :quantity, :price,
                            :days, :daysInMonth, :amount, :currency, :month, :dueBy, :cause, :catalog, :quote, :corrects)
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
                        .param("quote", charge.quoteId().orElse(null), Types.VARCHAR)
                        .param("corrects", charge.corrects().orElse(null), Types.VARCHAR)
                        .update()
                == 1;
    }

    public Optional<LedgerCharge> find(String chargeId) {
        return select("c.charge_id = :id", Map.of("id", chargeId)).stream().findFirst();
    }

    /** The charges of these ids that are in the ledger, in the order in which they came. */
    public List<LedgerCharge> findAll(Collection<String> chargeIds) {
        return chargeIds.isEmpty()
                ? List.of()
                : select("c.charge_id in (:ids) order by c.seq", Map.of("ids", chargeIds));
    }

    /** Charges in the order in which they came, after the one with the given number, at most as many as the limit. */
    public List<LedgerCharge> after(long seq, ChargeFilter filter, int limit) {
        return database.sql(SELECT + """
                        c.seq > :seq
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
                .query(ChargeRepository::ledgerCharge)
                .list();
    }

    /** The open charges of a customer, of one month if given, at most as many as the limit. */
    public List<LedgerCharge> open(String customerId, Optional<YearMonth> month, int limit) {
        return select(
                "c.customer_id = :customer and c.status = 'OPEN' and (:month = '' or c.month = :month)"
                        + " order by c.month, c.seq limit :limit",
                Map.of(
                        "customer",
                        customerId,
                        "month",
                        month.map(YearMonth::toString).orElse(""),
                        "limit",
                        limit));
    }

    /** All charges of a customer and month with this partner, in the order in which they came. */
    public List<LedgerCharge> ofMonth(String partnerId, String customerId, YearMonth month) {
        return select(
                "c.partner_id = :partner and c.customer_id = :customer and c.month = :month order by c.seq",
                Map.of("partner", partnerId, "customer", customerId, "month", month.toString()));
    }

    /** All charges of a month with this partner, by customer. */
    public List<LedgerCharge> ofMonth(String partnerId, YearMonth month, int limit) {
        return select(
                "c.partner_id = :partner and c.month = :month order by c.customer_id, c.seq limit :limit",
                Map.of("partner", partnerId, "month", month.toString(), "limit", limit));
    }

    /** Marks an open charge as waiting for the decision on a settlement; false if it is not open. */
    public boolean reserve(String chargeId, String settlementId) {
        return update(
                "status = 'SETTLING', settlement_id = :settlement where charge_id = :id and status = 'OPEN'",
                Map.of("id", chargeId, "settlement", settlementId));
    }

    /** Marks a charge as settled; false if it is unknown or settled already. */
    public boolean settle(String chargeId, String settlementId, Instant at) {
        return update(
                "status = 'SETTLED', settlement_id = :settlement, settled_at = :at"
                        + " where charge_id = :id and status <> 'SETTLED'",
                Map.of("id", chargeId, "settlement", settlementId, "at", DatabaseTime.of(at)));
    }

    /** Makes a charge open again that waited for this settlement. */
    public void release(String chargeId, String settlementId) {
        update(
                "status = 'OPEN', settlement_id = null"
                        + " where charge_id = :id and settlement_id = :settlement and status = 'SETTLING'",
                Map.of("id", chargeId, "settlement", settlementId));
    }

    private boolean update(String change, Map<String, ?> parameters) {
        return database.sql("update charges set " + change).params(parameters).update() == 1;
    }

    private List<LedgerCharge> select(String condition, Map<String, ?> parameters) {
        return database.sql(SELECT + condition)
                .params(parameters)
                .query(ChargeRepository::ledgerCharge)
                .list();
    }

    private static LedgerCharge ledgerCharge(ResultSet row, int number) throws SQLException {
        String settlementId = row.getString("settlement_id");
        return new LedgerCharge(
                row.getLong("seq"),
                charge(row),
                ChargeStatus.valueOf(row.getString("status")),
                settlementId == null
                        ? Optional.empty()
                        : Optional.of(new ChargeSettling(
                                settlementId,
                                SettlementOutcome.valueOf(row.getString("outcome")),
                                DatabaseTime.optionalInstant(row, "settled_at"))));
    }

    private static Charge charge(ResultSet row) throws SQLException {
        return new Charge(
                row.getString("charge_id"),
                ChargeKind.valueOf(row.getString("kind")),
                row.getString("customer_id"),
                row.getString("partner_id"),
                new ChargeLine(
                        row.getString("product"),
                        row.getInt("quantity"),
                        row.getLong("unit_price_cents"),
                        row.getInt("days_charged"),
                        row.getInt("days_in_month"),
                        row.getLong("amount_cents")),
                row.getString("currency"),
                YearMonth.parse(row.getString("month")),
                row.getString("cause_id"),
                row.getInt("catalog_version"),
                Optional.ofNullable(row.getString("quote_id")),
                Optional.ofNullable(row.getString("corrects")));
    }
}
