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
 * Finds the one partner who may read a decision, when it comes in. That is the customer's owner, unless it is a refusal that a
 * stranger can get as well: that one is for whoever asked, as far as this portal's outbox tells. A decision does not name the
 * partner, so some are nobody's here.
 */
final class DecisionPartners {

    /** Refusals that say nothing of whether the customer is the partner's who asked (rules D3 and D5). */
    private static final Set<RejectionCode> FOR_ANYBODY = EnumSet.of(
            RejectionCode.UNKNOWN_CUSTOMER,
            RejectionCode.ALREADY_REGISTERED,
            RejectionCode.NOT_YOUR_CUSTOMER,
            RejectionCode.REQUEST_ID_REUSED);

    private final JdbcClient database;

    DecisionPartners(JdbcClient database) {
        this.database = database;
    }

    Optional<String> of(Decision decision) {
        if (!isForAnybody(decision)) {
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

    private static boolean isForAnybody(Decision decision) {
        return decision.cause() == Cause.REQUEST
                && decision.outcome() == Outcome.REJECTED
                && (decision.revisionBefore() == 0 || FOR_ANYBODY.stream().anyMatch(code -> has(decision, code)));
    }

    private Optional<String> owner(String customerId) {
        return database.sql("select partner_id from owners where customer_id = :customer")
                .param("customer", customerId)
                .query(String.class)
                .optional();
    }

    /**
     * Whose request is answered. Two partners may have used one id: of one customer the requests are published in the order in
     * which they were recorded, so the first that has no answer yet gets this one, if it is of the kind that is so refused.
     */
    private Optional<String> asker(Decision decision) {
        boolean ofRegistration =
                !has(decision, RejectionCode.UNKNOWN_CUSTOMER) && !has(decision, RejectionCode.NOT_YOUR_CUSTOMER);
        return database
                .sql("""
                        select r.content from requests r
                        where r.customer_id = :customer and r.request_id = :request and not exists (
                            select from decisions d where d.customer_id = r.customer_id and d.partner_id = r.partner_id
                                and d.cause = 'REQUEST' and d.cause_id = r.request_id)
                        order by r.seq""")
                .param("customer", decision.customerId())
                .param("request", decision.causeId())
                .query(String.class)
                .list()
                .stream()
                .map(RequestJson::parseRequest)
                .filter(request -> request.command() instanceof Command.RegisterCustomer == ofRegistration)
                .map(Request::partnerId)
                .findFirst();
    }

    /** An id is reused by the partner who used it before; if several partners did, this one cannot be told. */
    private Optional<String> answeredBefore(Decision decision) {
        List<Optional<String>> partners = database.sql("""
                        select distinct partner_id from decisions
                        where customer_id = :customer and cause = 'REQUEST' and cause_id = :request""")
                .param("customer", decision.customerId())
                .param("request", decision.causeId())
                .query((row, number) -> Optional.ofNullable(row.getString("partner_id")))
                .list();
        return partners.size() == 1 ? partners.get(0) : Optional.empty();
    }

    private static boolean has(Decision decision, RejectionCode code) {
        return decision.reasons().stream().anyMatch(reason -> reason.code() == code);
    }
}
