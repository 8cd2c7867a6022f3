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
                Symbols.same(ReasonCode.class, reason.code()),
                reason.product().orElse(null),
                reason.facts(),
                reason.messagePt(),
                reason.messageEn());
    }

    static Reason toDomain(dev.licenseflow.schema.decision.Reason reason) {
        return new Reason(
                Symbols.known("code", RejectionCode.class, reason.getCode()),
                Optional.ofNullable(reason.getProduct()),
                new TreeMap<>(reason.getFacts()),
                reason.getMessagePt(),
                reason.getMessageEn());
    }
}
