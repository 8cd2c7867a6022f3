package dev.licenseflow.billing.settlement;

import dev.licenseflow.database.DatabaseTime;
import dev.licenseflow.database.Outbox;
import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.domain.request.SettlementOutcome;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The settlements recorded here, with their charges, and the outbox of those that are to be published. */
public final class SettlementRepository {

    private final JdbcClient database;
    private final Clock clock;

    public SettlementRepository(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The outbox, from which settlements are published as they were recorded. */
    public static Outbox<Settlement> outbox(JdbcClient database, Clock clock) {
        return new Outbox<>(
                database,
                clock,
                "outbox",
                """
                select o.seq, o.customer_id, o.settlement_id, s.outcome,
                    (select array_agg(l.charge_id order by l.charge_id) from settlement_lines l
                     where l.customer_id = o.customer_id and l.settlement_id = o.settlement_id) as charge_ids
                from outbox o
                join settlements s on s.customer_id = o.customer_id and s.settlement_id = o.settlement_id""",
                (row, number) -> new Settlement(
                        row.getString("settlement_id"),
                        row.getString("customer_id"),
                        List.of((String[]) row.getArray("charge_ids").getArray()),
                        SettlementOutcome.valueOf(row.getString("outcome"))));
    }

    /** Makes all others wait that settle for this customer, until the transaction ends. */
    void lock(String customerId) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(:customer, 0))")
                .param("customer", customerId)
                .query((row, number) -> customerId)
                .single();
    }

    /** Enters a settlement as pending, and puts it into the outbox. */
    void enter(String settlementId, SettlementOrder order, long amountCents, List<String> chargeIds) {
        var now = DatabaseTime.of(clock.instant());
        database.sql("""
                        insert into settlements (customer_id, settlement_id, origin, outcome, status, amount_cents, paid_on,
                            requested_at)
                        values (:customer, :settlement, 'LEDGER', :outcome, 'PENDING', :amount, :paidOn, :now)""")
                .param("customer", order.customerId())
                .param("settlement", settlementId)
                .param("outcome", order.outcome().name())
                .param("amount", amountCents)
                .param("paidOn", order.paidOn().orElse(null), java.sql.Types.DATE)
                .param("now", now)
                .update();
        for (String chargeId : chargeIds) {
            enterLine(order.customerId(), settlementId, chargeId, SettlementLine.Result.PENDING);
        }
        database.sql("""
                        insert into outbox (customer_id, settlement_id, recorded_at)
                        values (:customer, :settlement, :now)""")
                .param("customer", order.customerId())
                .param("settlement", settlementId)
                .param("now", now)
                .update();
    }

    /** Enters a charge of a settlement, or what became of it. */
    void enterLine(String customerId, String settlementId, String chargeId, SettlementLine.Result result) {
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

    public Optional<LedgerSettlement> find(String customerId, String settlementId) {
        return database.sql(
                        SettlementRows.SELECT + " where s.customer_id = :customer and s.settlement_id = :settlement")
                .param("customer", customerId)
                .param("settlement", settlementId)
                .query((row, number) -> SettlementRows.settlement(row, lines(customerId, settlementId)))
                .optional();
    }

    /** Settlements in the order of their recording, after the one of the given number, at most as many as the limit. */
    public List<LedgerSettlement> after(
            long seq, Optional<String> customerId, Optional<SettlementStatus> status, int limit) {
        return database.sql(SettlementRows.SELECT + """
                         where s.seq > :seq
                        and (cast(:customer as text) is null or s.customer_id = :customer)
                        and (cast(:status as text) is null or s.status = :status)
                        order by s.seq limit :limit""")
                .param("seq", seq)
                .param("customer", customerId.orElse(null))
                .param("status", status.map(SettlementStatus::name).orElse(null))
                .param("limit", limit)
                .query((row, number) -> SettlementRows.settlement(
                        row, lines(row.getString("customer_id"), row.getString("settlement_id"))))
                .list();
    }

    private List<SettlementLine> lines(String customerId, String settlementId) {
        return database.sql("""
                        select charge_id, result from settlement_lines
                        where customer_id = :customer and settlement_id = :settlement order by charge_id""")
                .param("customer", customerId)
                .param("settlement", settlementId)
                .query((row, number) -> new SettlementLine(
                        row.getString("charge_id"), SettlementLine.Result.valueOf(row.getString("result"))))
                .list();
    }
}
