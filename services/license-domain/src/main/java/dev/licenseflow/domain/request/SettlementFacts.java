package dev.licenseflow.domain.request;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a settlement tells for the record; no decision depends on it (G7).
 *
 * @param amountCents the amount received
 * @param reference what the bank or the payment provider calls the payment
 * @param settledBy an opaque id (L3)
 * @param reason why it is waived
 */
public record SettlementFacts(
        Optional<Instant> paidAt,
        OptionalLong amountCents,
        Optional<String> method,
        Optional<String> reference,
        Optional<String> settledBy,
        Optional<String> reason) {

    /** Nothing is told. */
    public static final SettlementFacts NONE = new SettlementFacts(
            Optional.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** @throws IllegalArgumentException if a text is beyond what can be recorded */
    public SettlementFacts {
        method.ifPresent(text -> Identifiers.checkText("method", text));
        reference.ifPresent(text -> Identifiers.checkText("reference", text));
        settledBy.ifPresent(text -> Identifiers.checkText("settledBy", text));
        reason.ifPresent(text -> Identifiers.checkNote("reason", text));
    }
}
