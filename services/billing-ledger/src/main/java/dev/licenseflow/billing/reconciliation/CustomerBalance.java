package dev.licenseflow.billing.reconciliation;

import java.util.OptionalLong;

/**
 * What two sources say that a customer owes, in cents.
 *
 * @param ledgerOpenCents charges in the ledger that the processor has not settled, those being settled included
 * @param licensesOpenCents the open total on the licenses topic; empty for a customer that is not there
 * @param pendingSettlements settlements that wait for their decision
 */
public record CustomerBalance(
        String customerId, long ledgerOpenCents, OptionalLong licensesOpenCents, long pendingSettlements) {

    /** How much more the ledger says; zero when both agree. */
    public long differenceCents() {
        return Math.subtractExact(ledgerOpenCents, licensesOpenCents.orElse(0));
    }

    /** Whether a difference is to be expected for now, since a settlement waits for its decision. */
    public boolean inFlight() {
        return pendingSettlements > 0;
    }
}
