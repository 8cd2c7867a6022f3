package dev.licenseflow.messaging.mapping.decision;

import dev.licenseflow.domain.decision.Reason;
import dev.licenseflow.domain.decision.RejectionCode;
import dev.licenseflow.messaging.mapping.Symbols;
import dev.licenseflow.schema.decision.ReasonCode;
import java.util.Optional;
import java.util.TreeMap;

/** The reasons of a decision (D2). */
final class ReasonMapper {

    private ReasonMapper() {}

    /** The facts stay in the order of their names, in which Avro writes them: a replay gives the same bytes (T1). */
    static dev.licenseflow.schema.decision.Reason toAvro(Reason reason) {
        return new dev.licenseflow.schema.decision.Reason(
                toAvro(reason.code()),
                reason.product().orElse(null),
                reason.facts(),
                reason.messagePt(),
                reason.messageEn());
    }

    static Reason toDomain(dev.licenseflow.schema.decision.Reason reason) {
        return new Reason(
                toDomain(reason.getCode()),
                Optional.ofNullable(reason.getProduct()),
                new TreeMap<>(reason.getFacts()),
                reason.getMessagePt(),
                reason.getMessageEn());
    }

    private static ReasonCode toAvro(RejectionCode code) {
        return switch (code) {
            case UNKNOWN_CUSTOMER -> ReasonCode.UNKNOWN_CUSTOMER;
            case ALREADY_REGISTERED -> ReasonCode.ALREADY_REGISTERED;
            case NOT_YOUR_CUSTOMER -> ReasonCode.NOT_YOUR_CUSTOMER;
            case REQUEST_ID_REUSED -> ReasonCode.REQUEST_ID_REUSED;
            case REVISION_CONFLICT -> ReasonCode.REVISION_CONFLICT;
            case CHANNEL_NOT_ALLOWED -> ReasonCode.CHANNEL_NOT_ALLOWED;
            case STATUS_FORBIDS -> ReasonCode.STATUS_FORBIDS;
            case OUTSTANDING_CHARGES -> ReasonCode.OUTSTANDING_CHARGES;
            case QUOTE_UNKNOWN -> ReasonCode.QUOTE_UNKNOWN;
            case QUOTE_EXPIRED -> ReasonCode.QUOTE_EXPIRED;
            case QUOTE_CLOSED -> ReasonCode.QUOTE_CLOSED;
            case QUOTE_STALE -> ReasonCode.QUOTE_STALE;
            case DUPLICATE_PRODUCT -> ReasonCode.DUPLICATE_PRODUCT;
            case UNKNOWN_PRODUCT -> ReasonCode.UNKNOWN_PRODUCT;
            case NOT_AN_ADD_ON -> ReasonCode.NOT_AN_ADD_ON;
            case NOT_A_SYSTEM -> ReasonCode.NOT_A_SYSTEM;
            case DEDICATED_FLOW -> ReasonCode.DEDICATED_FLOW;
            case NOT_SELLABLE -> ReasonCode.NOT_SELLABLE;
            case NOT_ELIGIBLE_FOR_SYSTEM -> ReasonCode.NOT_ELIGIBLE_FOR_SYSTEM;
            case QUANTITY_OUT_OF_RANGE -> ReasonCode.QUANTITY_OUT_OF_RANGE;
            case NO_CHANGE -> ReasonCode.NO_CHANGE;
            case DEPENDENCY_MISSING -> ReasonCode.DEPENDENCY_MISSING;
            case DEPENDENCY_IN_USE -> ReasonCode.DEPENDENCY_IN_USE;
            case AMOUNT_ABOVE_ACCEPTED -> ReasonCode.AMOUNT_ABOVE_ACCEPTED;
            case CHARGE_NOT_OPEN -> ReasonCode.CHARGE_NOT_OPEN;
        };
    }

    private static RejectionCode toDomain(ReasonCode code) {
        return switch (code) {
            case UNKNOWN_CUSTOMER -> RejectionCode.UNKNOWN_CUSTOMER;
            case ALREADY_REGISTERED -> RejectionCode.ALREADY_REGISTERED;
            case NOT_YOUR_CUSTOMER -> RejectionCode.NOT_YOUR_CUSTOMER;
            case REQUEST_ID_REUSED -> RejectionCode.REQUEST_ID_REUSED;
            case REVISION_CONFLICT -> RejectionCode.REVISION_CONFLICT;
            case CHANNEL_NOT_ALLOWED -> RejectionCode.CHANNEL_NOT_ALLOWED;
            case STATUS_FORBIDS -> RejectionCode.STATUS_FORBIDS;
            case OUTSTANDING_CHARGES -> RejectionCode.OUTSTANDING_CHARGES;
            case QUOTE_UNKNOWN -> RejectionCode.QUOTE_UNKNOWN;
            case QUOTE_EXPIRED -> RejectionCode.QUOTE_EXPIRED;
            case QUOTE_CLOSED -> RejectionCode.QUOTE_CLOSED;
            case QUOTE_STALE -> RejectionCode.QUOTE_STALE;
            case DUPLICATE_PRODUCT -> RejectionCode.DUPLICATE_PRODUCT;
            case UNKNOWN_PRODUCT -> RejectionCode.UNKNOWN_PRODUCT;
            case NOT_AN_ADD_ON -> RejectionCode.NOT_AN_ADD_ON;
            case NOT_A_SYSTEM -> RejectionCode.NOT_A_SYSTEM;
            case DEDICATED_FLOW -> RejectionCode.DEDICATED_FLOW;
            case NOT_SELLABLE -> RejectionCode.NOT_SELLABLE;
            case NOT_ELIGIBLE_FOR_SYSTEM -> RejectionCode.NOT_ELIGIBLE_FOR_SYSTEM;
            case QUANTITY_OUT_OF_RANGE -> RejectionCode.QUANTITY_OUT_OF_RANGE;
            case NO_CHANGE -> RejectionCode.NO_CHANGE;
            case DEPENDENCY_MISSING -> RejectionCode.DEPENDENCY_MISSING;
            case DEPENDENCY_IN_USE -> RejectionCode.DEPENDENCY_IN_USE;
            case AMOUNT_ABOVE_ACCEPTED -> RejectionCode.AMOUNT_ABOVE_ACCEPTED;
            case CHARGE_NOT_OPEN -> RejectionCode.CHARGE_NOT_OPEN;
            case UNKNOWN -> throw Symbols.unknown("code");
        };
    }
}
