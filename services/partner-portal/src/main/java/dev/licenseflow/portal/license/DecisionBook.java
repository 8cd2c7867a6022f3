package dev.licenseflow.portal.license;

import dev.licenseflow.database.DatabaseTime;
import dev.licenseflow.domain.charge.ChargeLine;
import dev.licenseflow.domain.decision.Cause;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.messaging.json.RequestJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The decisions in the database: each once, repetitions left out (rule D3). */
public final class DecisionBook implements Journal {

    /** A customer's decisions all stand in one partition, so their offsets tell their order. */
    private static final String NEWEST_FIRST = " order by d.record_offset desc";

    private final JdbcClient database;

    public DecisionBook(JdbcClient database) {
        this.database = database;
    }

    /** Enters a decision, and which charges it settled, under where it stands on the topic. */
    public void enter(Decision decision, int partition, long offset) {
        if (decision.duplicate()) {
            return;
        }
        database.sql("""
                        insert into decisions (partition, record_offset, customer_id, cause, cause_id, content)
                        values (:partition, :offset, :customer, :cause, :causeId, :content) on conflict do nothing""")
                .param("partition", partition)
                .param("offset", offset)
                .param("customer", decision.customerId())
                .param("cause", decision.cause().name())
                .param("causeId", decision.causeId())
                .param("content", DecisionBytes.of(decision))
                .update();
        decision.effects().stream()
                .filter(Effect.ChargeSettled.class::isInstance)
                .map(effect -> ((Effect.ChargeSettled) effect).chargeId())
                .forEach(chargeId -> settle(decision, chargeId));
    }

    private void settle(Decision decision, String chargeId) {
        database.sql("insert into settled_charges (charge_id, settled_at) values (:id, :at) on conflict do nothing")
                .param("id", chargeId)
                .param("at", DatabaseTime.of(decision.decidedAt()))
                .update();
    }

    /** The first decision on a request; a later one under the same id answers somebody who reused it. */
    public Optional<Decision> onRequest(String customerId, String requestId) {
        return database.sql("""
                        select d.content from decisions d
                        where d.customer_id = :customer and d.cause = 'REQUEST' and d.cause_id = :request
                        order by d.record_offset limit 1""")
                .param("customer", customerId)
                .param("request", requestId)
                .query(DecisionBook::decision)
                .optional();
    }

    @Override
    public Page<JournalEntry> of(String partnerId, String customerId, int page, int size) {
        String from = """
                 from decisions d where d.customer_id = :customer and (
                    exists (select from licenses l where l.customer_id = :customer and l.partner_id = :partner)
                    or exists (select from customers c where c.customer_id = :customer and c.partner_id = :partner))
                """;
        long total = database.sql("select count(*)" + from)
                .param("customer", customerId)
                .param("partner", partnerId)
                .query(Long.class)
                .single();
        List<Decision> decisions = database.sql("select d.content" + from + NEWEST_FIRST + " limit :size offset :start")
                .param("customer", customerId)
                .param("partner", partnerId)
                .param("size", size)
                .param("start", (long) page * size)
                .query(DecisionBook::decision)
                .list();
        return new Page<>(decisions.stream().map(this::entry).toList(), total, page, size);
    }

    @Override
    public Optional<JournalEntry> latest(String customerId) {
        return database.sql(
                        "select d.content from decisions d where d.customer_id = :customer" + NEWEST_FIRST + " limit 1")
                .param("customer", customerId)
                .query(DecisionBook::decision)
                .optional()
                .map(this::entry);
    }

    private JournalEntry entry(Decision decision) {
        return new JournalEntry(decision, request(decision), charges(decision));
    }

    private Optional<Request> request(Decision decision) {
        return decision.cause() != Cause.REQUEST
                ? Optional.empty()
                : database.sql("select content from requests where customer_id = :customer and request_id = :request")
                        .params(Map.of("customer", decision.customerId(), "request", decision.causeId()))
                        .query(String.class)
                        .optional()
                        .map(RequestJson::parseRequest);
    }

    private List<ChargeLine> charges(Decision decision) {
        return decision.chargeIds().isEmpty()
                ? List.of()
                : database.sql("select * from charges where charge_id in (:ids) order by product")
                        .param("ids", decision.chargeIds())
                        .query(ChargeBook::line)
                        .list();
    }

    private static Decision decision(ResultSet row, int number) throws SQLException {
        return DecisionBytes.read(row.getBytes("content"));
    }
}
