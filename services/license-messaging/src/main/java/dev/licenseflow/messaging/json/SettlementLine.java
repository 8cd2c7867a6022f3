package dev.licenseflow.messaging.json;

import dev.licenseflow.domain.request.Settlement;
import java.util.List;

/**
 * A settlement as it is written by hand: it may name, in place of charges, all that are open when it is sent.
 *
 * @param settlement without charges if it names all open ones
 * @param namesAllOpenCharges whether {@value #OPEN} stands in place of the list; not the same as an empty list, which names none
 */
public record SettlementLine(Settlement settlement, boolean namesAllOpenCharges) {

    /** What stands in place of the list for all charges that are open then. */
    public static final String OPEN = "OPEN";

    public String customerId() {
        return settlement.customerId();
    }

    /**
     * The settlement to send.
     *
     * @param openChargeIds the ids of all charges of the customer that are open now; used only if it names them all
     */
    public Settlement toSettlement(List<String> openChargeIds) {
        return namesAllOpenCharges
                ? new Settlement(
                        settlement.settlementId(),
                        settlement.customerId(),
                        openChargeIds,
                        settlement.outcome(),
                        settlement.facts())
                : settlement;
    }
}
