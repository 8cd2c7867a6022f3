package dev.licenseflow.portal.license;

import dev.licenseflow.database.DatabaseTime;
import dev.licenseflow.domain.charge.ChargeLine;
import dev.licenseflow.domain.decision.Cause;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.decision.Outcome;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.messaging.json.RequestJson;
import dev.licenseflow.messaging.mapping.decision.DecisionMapper;
import dev.licenseflow.schema.LicenseDecision;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The decisions in the database, each once and without repetitions (rule D3). Each decision is shown to one partner only. */
public final class DecisionRepository {

    private static final String OF_CUSTOMER = " from decisions where customer_id = ? and partner_id = ?";

    private final JdbcClient database;
    private final DecisionBytes bytes;

    public DecisionRepository(JdbcClient database) {
        this.database = database;
        this.bytes = new DecisionBytes(database);
    }

    /** Keeps the schemas that this release knows, so that {@link #content} need not. */
    public void keepKnownSchemas() {
        bytes.keepKnownSchemas();
    }

    /** A decision's content for {@link #enter}: its Avro binary form as the topic has it, with the schema of its writer. */
    public byte[] content(Schema writer, ByteBuffer binary) {
        return bytes.of(writer, binary);
    }

    /**
     * Enters a decision, and which charges it settled, under its position on the topic.
     *
     * @param content the decision in Avro's single-object encoding
     * @return the partner to whom it is told (rule L4); empty if the customer is nobody's, or if the decision is a repetition
     */
    public Optional<String> enter(Decision decision, byte[] content, int partition, long offset) {
        if (decision.duplicate()) {
            return Optional.empty();
        }
        String partnerId = decision.requester().partnerId();
        database.sql("""
                        insert into decisions
                            (partition, record_offset, customer_id, partner_id, registers, to_owner, cause, cause_id, content)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(partition, offset, decision.customerId())
                .params(partnerId, registers(decision), isToOwner(decision))
                .params(decision.cause().name(), decision.causeId(), content)
                .update();
        decision.effects().stream()
                .filter(Effect.ChargeSettled.class::isInstance)
                .map(effect -> ((Effect.ChargeSettled) effect).id())
                .forEach(chargeId -> settle(decision, chargeId));
        return Optional.of(partnerId).filter(id -> !id.isEmpty());
    }

    private static boolean registers(Decision decision) {
        return decision.effects().stream().anyMatch(Effect.CustomerRegistered.class::isInstance);
    }

    /** A stranger is told refusals of its requests only. */
    private static boolean isToOwner(Decision decision) {
        return decision.cause() != Cause.REQUEST || decision.outcome() != Outcome.REJECTED;
    }

    private void settle(Decision decision, String chargeId) {
        database.sql("insert into settled_charges (charge_id, settled_at) values (?, ?) on conflict do nothing")
                .params(chargeId, DatabaseTime.of(decision.decidedAt()))
                .update();
    }

    /** The first decision on a request of the partner; a later one under the same id says that the id was reused. */
    public Optional<LicenseDecision> onRequest(String partnerId, String customerId, String requestId) {
        return database.sql("select content" + OF_CUSTOMER
                        + " and cause = 'REQUEST' and cause_id = ? order by record_offset limit 1")
                .params(customerId, partnerId, requestId)
                .query(this::record)
                .optional();
    }

    /**
     * The decisions on a customer that are told to this partner, the newest first.
     * All decisions on a customer are in one partition of the topic, so the offset is their order.
     */
    public Page<LicenseDecision> records(String partnerId, String customerId, int page, int size) {
        long total = database.sql("select count(*)" + OF_CUSTOMER)
                .params(customerId, partnerId)
                .query(Long.class)
                .single();
        List<LicenseDecision> records = database.sql(
                        "select content" + OF_CUSTOMER + " order by record_offset desc limit ? offset ?")
                .params(customerId, partnerId, size, (long) page * size)
                .query(this::record)
                .list();
        return new Page<>(records, total, page, size);
    }

    /** The same decisions, each with what explains it. */
    public Page<JournalEntry> of(String partnerId, String customerId, int page, int size) {
        Page<LicenseDecision> records = records(partnerId, customerId, page, size);
        List<JournalEntry> entries = records.items().stream()
                .map(DecisionMapper::toDomain)
                .map(decision -> new JournalEntry(decision, request(partnerId, decision), charges(decision)))
                .toList();
        return new Page<>(entries, records.total(), page, size);
    }

    private Optional<Request> request(String partnerId, Decision decision) {
        return decision.cause() != Cause.REQUEST
                ? Optional.empty()
                : database.sql(
                                "select content from requests where customer_id = ? and request_id = ? and partner_id = ?")
                        .params(decision.customerId(), decision.causeId(), partnerId)
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

    private LicenseDecision record(ResultSet row, int number) throws SQLException {
        return bytes.read(row.getBytes("content"));
    }
}
