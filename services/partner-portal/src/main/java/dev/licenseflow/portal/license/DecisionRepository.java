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
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The decisions in the database: each once, repetitions left out (rule D3). A decision is shown to one partner only. */
public final class DecisionRepository {

    /** A customer's decisions all stand in one partition, so their offsets tell their order. */
    private static final String NEWEST_FIRST = " order by d.record_offset desc";

    private final JdbcClient database;
    private final DecisionBytes bytes;
    private final DecisionPartners partners;

    public DecisionRepository(JdbcClient database) {
        this.database = database;
        this.bytes = new DecisionBytes(database);
        this.partners = new DecisionPartners(database);
    }

    /**
     * Enters a decision, and which charges it settled, under where it stands on the topic.
     *
     * @return the partner who may read it, if there is one here
     */
    public Optional<String> enter(Decision decision, int partition, long offset) {
        if (decision.duplicate()) {
            return Optional.empty();
        }
        Optional<String> partnerId = partners.of(decision);
        database.sql("""
                        insert into decisions
                            (partition, record_offset, customer_id, partner_id, registers, cause, cause_id, content)
                        values (:partition, :offset, :customer, :partner, :registers, :cause, :causeId, :content)
                        on conflict do nothing""")
                .param("partition", partition)
                .param("offset", offset)
                .param("customer", decision.customerId())
                .param("partner", partnerId.orElse(null))
                .param("registers", DecisionPartners.registrant(decision).isPresent())
                .param("cause", decision.cause().name())
                .param("causeId", decision.causeId())
                .param("content", bytes.of(decision))
                .update();
        decision.effects().stream()
                .filter(Effect.ChargeSettled.class::isInstance)
                .map(effect -> ((Effect.ChargeSettled) effect).chargeId())
                .forEach(chargeId -> settle(decision, chargeId));
        return partnerId;
    }

    private void settle(Decision decision, String chargeId) {
        database.sql("insert into settled_charges (charge_id, settled_at) values (:id, :at) on conflict do nothing")
                .param("id", chargeId)
                .param("at", DatabaseTime.of(decision.decidedAt()))
                .update();
    }

    /** The first decision on a request of the partner; a later one under the same id tells that it was reused. */
    public Optional<Decision> onRequest(String partnerId, String customerId, String requestId) {
        return database.sql("""
                        select d.content from decisions d
                        where d.customer_id = :customer and d.partner_id = :partner
                            and d.cause = 'REQUEST' and d.cause_id = :request
                        order by d.record_offset limit 1""")
                .param("partner", partnerId)
                .param("customer", customerId)
                .param("request", requestId)
                .query(this::decision)
                .optional();
    }

    /** The newest first; of another partner's customer only those that refuse what this partner asked. */
    public Page<JournalEntry> of(String partnerId, String customerId, int page, int size) {
        String from = " from decisions d where d.customer_id = :customer and d.partner_id = :partner";
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
                .query(this::decision)
                .list();
        return new Page<>(
                decisions.stream().map(decision -> entry(partnerId, decision)).toList(), total, page, size);
    }

    private JournalEntry entry(String partnerId, Decision decision) {
        return new JournalEntry(decision, request(partnerId, decision), charges(decision));
    }

    private Optional<Request> request(String partnerId, Decision decision) {
        return decision.cause() != Cause.REQUEST
                ? Optional.empty()
                : database.sql("""
                                select content from requests
                                where customer_id = :customer and request_id = :request and partner_id = :partner""")
                        .param("customer", decision.customerId())
                        .param("request", decision.causeId())
                        .param("partner", partnerId)
                        .query(String.class)
                        .optional()
                        .map(RequestJson::parseRequest);
    }

    private List<ChargeLine> charges(Decision decision) {
        return decision.chargeIds().isEmpty()
                ? List.of()
                : database.sql("select * from charges where charge_id in (:ids) order by product")
                        .param("ids", decision.chargeIds())
                        .query(CustomerChargeRepository::line)
                        .list();
    }

    private Decision decision(ResultSet row, int number) throws SQLException {
        return bytes.read(row.getBytes("content"));
    }
}
