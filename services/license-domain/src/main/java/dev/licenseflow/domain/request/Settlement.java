package dev.licenseflow.domain.request;

import java.util.List;

/**
 * Billing's answer to charges (G4).
 *
 * @param settlementId the idempotency key, unique per customer for 35 days (D3)
 */
public record Settlement(
        String settlementId,
        String customerId,
        List<String> chargeIds,
        SettlementOutcome outcome,
        SettlementFacts facts) {

    /** A settlement that tells nothing more. */
    public Settlement(String settlementId, String customerId, List<String> chargeIds, SettlementOutcome outcome) {
        this(settlementId, customerId, chargeIds, outcome, SettlementFacts.NONE);
    }

    /** @throws IllegalArgumentException if an identifier or the list is beyond what can be decided */
    public Settlement {
        Identifiers.check("settlementId", settlementId);
        Identifiers.check("customerId", customerId);
        chargeIds = List.copyOf(chargeIds);
        Identifiers.checkChargeIds(chargeIds);
    }
}
