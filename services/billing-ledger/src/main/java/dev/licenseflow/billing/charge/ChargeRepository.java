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
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The charges of the ledger, with the credits that lower them. The first content of a charge id is kept for ever; only its settling
 * and the sum of its credits change. A credit has the status of the charge that it lowers, so the sum of lines with a status is what
 * is owed with it.
 */
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

    /** The charges of a customer on which something is owed, of one month if given, at most as many as the limit. */
    public List<LedgerCharge> open(String customerId, Optional<YearMonth> month, int limit) {
        return select(
                "c.customer_id = :customer and c.status = 'OPEN' and (:month = '' or c.month = :month)"
                        + " and c.kind <> 'CREDIT' and c.amount_cents + c.credits_cents > 0 order by c.month, c.seq limit :limit",
                Map.of(
                        "customer",
                        customerId,
                        "month",
                        month.map(YearMonth::toString).orElse(""),
                        "limit",
                        limit));
    }

    /**
     * All charges of a month with this partner, by customer. The credits of a charge stand with it, whenever they were given and
     * whoever is the customer's partner by then.
     *
     * @param customerId only this customer's, if given
     */
    public List<LedgerCharge> ofMonth(String partnerId, Optional<String> customerId, YearMonth month, int limit) {
        return select(
                """
                c.seq in (
                    select o.seq from charges o
                    where o.partner_id = :partner and o.month = :month and (:customer = '' or o.customer_id = :customer)
                    and (o.kind <> 'CREDIT' or not exists (select 1 from charges l where l.charge_id = o.corrects))
                    union all
                    select k.seq from charges o join charges k on k.corrects = o.charge_id and k.kind = 'CREDIT'
                    where o.partner_id = :partner and o.month = :month and (:customer = '' or o.customer_id = :customer))
                order by c.customer_id, c.seq limit :limit""",
                Map.of(
                        "partner",
                        partnerId,
                        "customer",
                        customerId.orElse(""),
                        "month",
                        month.toString(),
                        "limit",
                        limit));
    }

    /** The credits that name this charge, in the order in which they came. */
    List<LedgerCharge> credits(String chargeId) {
        return select("c.kind = 'CREDIT' and c.corrects = :id order by c.seq", Map.of("id", chargeId));
    }

    /** What the processor settled on a charge; empty if it did not, or if that is not known any more. */
    OptionalLong settledCents(String chargeId) {
        return database
                .sql("select settled_cents from settlement_lines"
                        + " where charge_id = :id and result = 'SETTLED' and settled_cents is not null")
                .param("id", chargeId)
                .query(Long.class)
                .optional()
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** Takes out a credit that cannot be one of the charge that it names. */
    void remove(String creditId) {
        database.sql("delete from charges where charge_id = :id and kind = 'CREDIT'")
                .param("id", creditId)
                .update();
    }

    /** Makes those who enter the charge, a credit of it or the decision on it wait for each other, until the transaction ends. */
    public void lock(String chargeId) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(:charge, 1))")
                .param("charge", chargeId)
                .query((row, number) -> chargeId)
                .single();
    }

    /** Adds up the credits of a charge, and gives them its status. */
    void sumCredits(String chargeId) {
        update("""
                credits_cents = coalesce(
                    (select sum(k.amount_cents) from charges k where k.kind = 'CREDIT' and k.corrects = :id), 0)
                where charge_id = :id and kind <> 'CREDIT'""", chargeId, Map.of("id", chargeId));
    }

    /** Marks an open charge as waiting for the decision on a settlement; false if it is not open, or if less is owed on it by now. */
    public boolean reserve(LedgerCharge open, String settlementId) {
        return update(
                "status = 'SETTLING', settlement_id = :settlement"
                        + " where charge_id = :id and status = 'OPEN' and amount_cents + credits_cents = :owed",
                open.chargeId(),
                Map.of("id", open.chargeId(), "settlement", settlementId, "owed", open.owedCents()));
    }

    /** Marks a charge as settled; false if it is unknown or settled already. */
    public boolean settle(String chargeId, String settlementId, Instant at) {
        return update(
                "status = 'SETTLED', settlement_id = :settlement, settled_at = :at"
                        + " where charge_id = :id and status <> 'SETTLED'",
                chargeId,
                Map.of("id", chargeId, "settlement", settlementId, "at", DatabaseTime.of(at)));
    }

    /** Makes a charge open again that waited for this settlement. */
    public void release(String chargeId, String settlementId) {
        update(
                "status = 'OPEN', settlement_id = null"
                        + " where charge_id = :id and settlement_id = :settlement and status = 'SETTLING'",
                chargeId,
                Map.of("id", chargeId, "settlement", settlementId));
    }

    /** Changes a charge, and then lets its credits follow: the row's lock keeps a credit that comes at once from missing it. */
    private boolean update(String change, String chargeId, Map<String, ?> parameters) {
        boolean changed =
                database.sql("update charges set " + change).params(parameters).update() == 1;
        if (changed) {
            database.sql("""
                            update charges k set status = o.status, settlement_id = o.settlement_id, settled_at = o.settled_at
                            from charges o where o.charge_id = :id and k.corrects = o.charge_id and k.kind = 'CREDIT'""").param("id", chargeId).update();
        }
        return changed;
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
                row.getLong("credits_cents"),
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
