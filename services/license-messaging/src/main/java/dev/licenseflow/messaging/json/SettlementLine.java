package dev.licenseflow.messaging.json;

import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.domain.request.SettlementOutcome;
import java.util.List;
import java.util.Optional;

/**
 * A settlement as it is written by hand: it may name, in place of charges, all that are open when it is sent.
 *
 * @param chargeIds empty for {@value #OPEN}; not the same as an empty list, which names none
 */
public record SettlementLine(
        String settlementId, String customerId, Optional<List<String>> chargeIds, SettlementOutcome outcome) {

    /** What stands in place of the list for all charges that are open then. */
    public static final String OPEN = "OPEN";

    /** Refuses, with an IllegalArgumentException, an identifier or a list that is beyond what can be decided. */
    public SettlementLine {
        List<String> checked =
                new Settlement(settlementId, customerId, chargeIds.orElse(List.of()), outcome).chargeIds();
        chargeIds = chargeIds.map(ids -> checked);
    }

    public boolean namesAllOpenCharges() {
        return chargeIds.isEmpty();
    }

    /**
     * The settlement to send.
     *
     * @param openChargeIds the ids of all charges of the customer that are open now; used only if it names them all
     */
    public Settlement toSettlement(List<String> openChargeIds) {
        return new Settlement(settlementId, customerId, chargeIds.orElse(openChargeIds), outcome);
    }
}
