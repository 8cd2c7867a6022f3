package dev.licenseflow.cli.demo;

import dev.licenseflow.billing.settlement.LedgerSettlement.SettlementStatus;

/** Where a customer's charges are settled. It reads topics, so a decision reaches it a little later. */
interface BillingLedger {

    /** The open sums of a customer; zero for an unknown customer. */
    Balance balance(String customerId) throws InterruptedException;

    /** Records that all open charges of a customer are paid, and returns the id of the settlement, yet to be decided. */
    String settleAll(String customerId) throws InterruptedException;

    /** How far a settlement is; an unknown one is pending. */
    SettlementProgress settlement(String customerId, String settlementId) throws InterruptedException;

    /** The ledger's open sum of a customer against that of the licenses topic, in cents. */
    record Balance(long ledgerCents, long licensesCents) {}

    /**
     * A settlement.
     *
     * @param settled charges that it settled
     * @param left charges that it names and did not settle
     */
    record SettlementProgress(SettlementStatus status, int settled, int left, long amountCents) {}
}
