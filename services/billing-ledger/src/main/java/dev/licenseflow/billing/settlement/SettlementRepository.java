package dev.licenseflow.billing.settlement;

import dev.licenseflow.billing.settlement.LedgerSettlement.ChargeResult;
import dev.licenseflow.billing.settlement.LedgerSettlement.SettledCharge;
import dev.licenseflow.billing.settlement.LedgerSettlement.SettlementOrigin;
import dev.licenseflow.billing.settlement.LedgerSettlement.SettlementStatus;
import dev.licenseflow.database.DatabaseTime;
import dev.licenseflow.database.Outbox;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Reason;
import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.domain.request.SettlementFacts;
import dev.licenseflow.domain.request.SettlementOutcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The settlements with their charges, and the outbox of those that are to be published. */
public final class SettlementRepository {

    /** Conditions follow. */
    private static final String SELECT = """
            select s.*, o.published_at from settlements s
            left join outbox o on o.customer_id = s.customer_id and o.settlement_id = s.settlement_id
            where\s""";

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient database;
    private final Clock clock;

    public SettlementRepository(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The outbox with the settlements that were recorded here. */
    public static Outbox<Settlement> outbox(JdbcClient database, Clock clock) {
        return new Outbox<>(
                database,
                clock,
                "outbox",
                """
                select o.seq, o.customer_id, o.settlement_id, s.outcome, s.paid_at, s.received_cents, s.method, s.reference,
                    s.settled_by, s.reason,
                    (select array_agg(l.charge_id order by l.charge_id) from settlement_lines l
                     where l.customer_id = o.customer_id and l.settlement_id = o.settlement_id) as charge_ids
                from outbox o
                join settlements s on s.customer_id = o.customer_id and s.settlement_id = o.settlement_id""",
                (row, number) -> new Settlement(
                        row.getString("settlement_id"),
                        row.getString("customer_id"),
                        List.of((String[]) row.getArray("charge_ids").getArray()),
                        SettlementOutcome.valueOf(row.getString("outcome")),
                        facts(row)));
    }

    /** Makes all other settlements of this customer wait until the transaction ends. */
    void lock(String customerId) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(:customer, 0))")
                .param("customer", customerId)
                .query((row, number) -> customerId)
                .single();
    }

    /** Enters a settlement as pending, and puts it into the outbox. */
    void enter(String settlementId, SettlementOrder order, long amountCents, List<String> chargeIds) {
        var now = DatabaseTime.of(clock.instant());
        SettlementFacts facts = order.facts();
        database.sql("""
                        insert into settlements (customer_id, settlement_id, origin, outcome, status, amount_cents, paid_on,
                            requested_at, paid_at, received_cents, method, reference, settled_by, reason)
                        values (:customer, :settlement, 'LEDGER', :outcome, 'PENDING', :amount, :paidOn, :now, :paidAt, :received,
                            :method, :reference, :settledBy, :reason)""")
                .param("customer", order.customerId())
                .param("settlement", settlementId)
                .param("outcome", order.outcome().name())
                .param("amount", amountCents)
                .param("paidOn", order.paidOn().orElse(null), Types.DATE)
                .param("now", now)
                .param("paidAt", facts.paidAt().map(DatabaseTime::of).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                .param(
                        "received",
                        facts.amountCents().isEmpty()
                                ? null
                                : facts.amountCents().getAsLong(),
                        Types.BIGINT)
                .param("method", facts.method().orElse(null), Types.VARCHAR)
                .param("reference", facts.reference().orElse(null), Types.VARCHAR)
                .param("settledBy", facts.settledBy().orElse(null), Types.VARCHAR)
                .param("reason", facts.reason().orElse(null), Types.VARCHAR)
                .update();
        for (String chargeId : chargeIds) {
            enterLine(order.customerId(), settlementId, chargeId, ChargeResult.PENDING);
        }
        database.sql("""
                        insert into outbox (customer_id, settlement_id, recorded_at)
                        values (:customer, :settlement, :now)""")
                .param("customer", order.customerId())
                .param("settlement", settlementId)
                .param("now", now)
                .update();
    }

    /**
     * Enters a decision on a settlement that was recorded here, or that somebody else published.
     *
     * @param amountCents what the processor settled: a charge may have been lowered since the settlement was recorded
     */
    void enter(
            String settlementId,
            Decision decision,
            SettlementStatus status,
            Optional<SettlementOutcome> outcome,
            long amountCents) {
        database.sql("""
                        insert into settlements (customer_id, settlement_id, origin, outcome, status, amount_cents,
                            requested_at, decided_at, reasons)
                        values (:customer, :settlement, 'FOREIGN', :outcome, :status, :amount, :at, :at, cast(:reasons as jsonb))
                        on conflict (customer_id, settlement_id)
                        do update set status = excluded.status, decided_at = excluded.decided_at, reasons = excluded.reasons,
                            amount_cents = case excluded.status when 'APPLIED' then excluded.amount_cents
                                else settlements.amount_cents end""")
                .param("customer", decision.customerId())
                .param("settlement", settlementId)
                .param("outcome", outcome.map(SettlementOutcome::name).orElse(null))
                .param("status", status.name())
                .param("amount", amountCents)
                .param("at", DatabaseTime.of(decision.decidedAt().truncatedTo(ChronoUnit.MICROS)))
                .param("reasons", JSON.writeValueAsString(decision.reasons()))
                .update();
    }

    /** Enters a charge of a settlement, or what the processor did with it. */
    void enterLine(String customerId, String settlementId, String chargeId, ChargeResult result) {
        database.sql("""
                        insert into settlement_lines (customer_id, settlement_id, charge_id, result)
                        values (:customer, :settlement, :charge, :result)
                        on conflict (customer_id, settlement_id, charge_id) do update set result = excluded.result""")
                .param("customer", customerId)
                .param("settlement", settlementId)
                .param("charge", chargeId)
                .param("result", result.name())
                .update();
    }

    /** Enters what the processor settled on a charge. */
    void enterSettled(String customerId, String settlementId, String chargeId, long settledCents) {
        enterLine(customerId, settlementId, chargeId, ChargeResult.SETTLED);
        database.sql("""
                        update settlement_lines set settled_cents = :cents
                        where customer_id = :customer and settlement_id = :settlement and charge_id = :charge""")
                .param("cents", settledCents)
                .param("customer", customerId)
                .param("settlement", settlementId)
                .param("charge", chargeId)
                .update();
    }

    public Optional<LedgerSettlement> find(String customerId, String settlementId) {
        return database.sql(SELECT + "s.customer_id = :customer and s.settlement_id = :settlement")
                .param("customer", customerId)
                .param("settlement", settlementId)
                .query(this::settlement)
                .optional();
    }

    /** Settlements in the order of their recording, after the one with the given number, at most as many as the limit. */
    public List<LedgerSettlement> after(
            long seq, Optional<String> customerId, Optional<SettlementStatus> status, int limit) {
        return database.sql(SELECT + """
                        s.seq > :seq
                        and (cast(:customer as text) is null or s.customer_id = :customer)
                        and (cast(:status as text) is null or s.status = :status)
                        order by s.seq limit :limit""")
                .param("seq", seq)
                .param("customer", customerId.orElse(null))
                .param("status", status.map(SettlementStatus::name).orElse(null))
                .param("limit", limit)
                .query(this::settlement)
                .list();
    }

    private LedgerSettlement settlement(ResultSet row, int number) throws SQLException {
        String customerId = row.getString("customer_id");
        String settlementId = row.getString("settlement_id");
        return new LedgerSettlement(
                row.getLong("seq"),
                customerId,
                settlementId,
                SettlementOrigin.valueOf(row.getString("origin")),
                Optional.ofNullable(row.getString("outcome")).map(SettlementOutcome::valueOf),
                SettlementStatus.valueOf(row.getString("status")),
                row.getLong("amount_cents"),
                Optional.ofNullable(row.getObject("paid_on", LocalDate.class)),
                DatabaseTime.optionalInstant(row, "paid_at"),
                Optional.ofNullable(row.getObject("received_cents", Long.class)),
                Optional.ofNullable(row.getString("method")),
                Optional.ofNullable(row.getString("reference")),
                Optional.ofNullable(row.getString("settled_by")),
                Optional.ofNullable(row.getString("reason")),
                Optional.ofNullable(row.getString("invoice_number")),
                DatabaseTime.instant(row, "requested_at"),
                DatabaseTime.optionalInstant(row, "published_at"),
                DatabaseTime.optionalInstant(row, "decided_at"),
                JSON.readValue(row.getString("reasons"), new TypeReference<List<Reason>>() {}),
                charges(customerId, settlementId));
    }

    private static SettlementFacts facts(ResultSet row) throws SQLException {
        Long receivedCents = row.getObject("received_cents", Long.class);
        return new SettlementFacts(
                DatabaseTime.optionalInstant(row, "paid_at"),
                receivedCents == null ? OptionalLong.empty() : OptionalLong.of(receivedCents),
                Optional.ofNullable(row.getString("method")),
                Optional.ofNullable(row.getString("reference")),
                Optional.ofNullable(row.getString("settled_by")),
                Optional.ofNullable(row.getString("reason")));
    }

    private List<SettledCharge> charges(String customerId, String settlementId) {
        return database.sql("""
                        select charge_id, result, settled_cents from settlement_lines
                        where customer_id = :customer and settlement_id = :settlement order by charge_id""")
                .param("customer", customerId)
                .param("settlement", settlementId)
                .query((row, number) -> new SettledCharge(
                        row.getString("charge_id"),
                        ChargeResult.valueOf(row.getString("result")),
                        Optional.ofNullable(row.getObject("settled_cents", Long.class))))
                .list();
    }
}
