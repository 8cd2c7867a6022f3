package dev.licenseflow.portal.license;

import dev.licenseflow.domain.decision.Cause;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.decision.Outcome;
import dev.licenseflow.domain.decision.RejectionCode;
import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.messaging.json.RequestJson;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds the one partner who may read a decision, when it is entered. That is the customer's owner, except for a refusal that a stranger
 * can get as well: that one is for the partner who asked, as far as this portal's outbox shows it. A decision does not name the partner,
 * so some decisions are shown to nobody here.
 */
final class DecisionPartners {

    /** Refusals from which it does not follow that the customer is the asking partner's (rules D3 and D5). */
    private static final Set<RejectionCode> FOR_STRANGERS = EnumSet.of(
            RejectionCode.UNKNOWN_CUSTOMER,
            RejectionCode.ALREADY_REGISTERED,
            RejectionCode.NOT_YOUR_CUSTOMER,
            RejectionCode.REQUEST_ID_REUSED);

    private final JdbcClient database;

    DecisionPartners(JdbcClient database) {
        this.database = database;
    }

    Optional<String> of(Decision decision) {
        if (!isForStrangers(decision)) {
            return registrant(decision).or(() -> owner(decision.customerId()));
        }
        return has(decision, RejectionCode.REQUEST_ID_REUSED) ? answeredBefore(decision) : asker(decision);
    }

    /** The partner who owns the customer by this decision. */
    static Optional<String> registrant(Decision decision) {
        return decision.effects().stream()
                .filter(Effect.CustomerRegistered.class::isInstance)
                .map(effect -> ((Effect.CustomerRegistered) effect).partnerId())
                .findFirst();
    }

    private static boolean isForStrangers(Decision decision) {
        return decision.cause() == Cause.REQUEST
                && decision.outcome() == Outcome.REJECTED
                && (decision.revisionBefore() == 0 || FOR_STRANGERS.stream().anyMatch(code -> has(decision, code)));
    }

    private Optional<String> owner(String customerId) {
        return database.sql("select partner_id from owners where customer_id = ?")
                .param(customerId)
                .query(String.class)
                .optional();
    }

    /**
     * The partner whose request is answered. Two partners may have used the same id. The requests on one customer are published in the
     * order in which they were recorded, so the answer is that of the first unanswered one of the kind that gets such a refusal.
     */
    private Optional<String> asker(Decision decision) {
        boolean ofRegistration =
                !has(decision, RejectionCode.UNKNOWN_CUSTOMER) && !has(decision, RejectionCode.NOT_YOUR_CUSTOMER);
        return database.sql("""
                        select r.content from requests r
                        where r.customer_id = ? and r.request_id = ? and not exists (
                            select from decisions d where d.customer_id = r.customer_id and d.partner_id = r.partner_id
                                and d.cause = 'REQUEST' and d.cause_id = r.request_id)
                        order by r.seq""").params(decision.customerId(), decision.causeId()).query(String.class).list().stream()
                .map(RequestJson::parseRequest)
                .filter(request -> request.command() instanceof Command.RegisterCustomer == ofRegistration)
                .map(Request::partnerId)
                .findFirst();
    }

    /** The partner who used the id before; empty if several partners did. */
    private Optional<String> answeredBefore(Decision decision) {
        List<Optional<String>> partners = database.sql("""
                        select distinct partner_id from decisions
                        where customer_id = ? and cause = 'REQUEST' and cause_id = ?""")
                .params(decision.customerId(), decision.causeId())
                .query((row, number) -> Optional.ofNullable(row.getString("partner_id")))
                .list();
        return partners.size() == 1 ? partners.get(0) : Optional.empty();
    }

    private static boolean has(Decision decision, RejectionCode code) {
        return decision.reasons().stream().anyMatch(reason -> reason.code() == code);
    }
}
