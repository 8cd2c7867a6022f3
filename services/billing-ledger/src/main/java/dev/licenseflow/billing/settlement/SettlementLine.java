package dev.licenseflow.billing.settlement;

/**
 * A charge that a settlement names.
 *
 * @param result what became of it
 */
public record SettlementLine(String chargeId, Result result) {

    /** What the processor did with a charge. */
    public enum Result {
        /** It has not decided yet. */
        PENDING,
        /** It is settled. */
        SETTLED,
        /** It was not open: unknown, or settled before. To the ledger it is open again, unless something else settled it. */
        NOT_OPEN
    }
}
