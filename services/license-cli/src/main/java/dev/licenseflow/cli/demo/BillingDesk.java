package dev.licenseflow.cli.demo;

/** Where a customer's charges are settled. What it reads from topics comes to it some moments later. */
interface BillingDesk {

    /**
     * What it says of a customer, once that is what is expected, or else what it still says after a while.
     *
     * @param openCents expected to be open
     */
    Books books(String customerId, long openCents) throws InterruptedException;

    /** Settles all that is open, and returns the id of the settlement. */
    String settleAll(String customerId) throws InterruptedException;

    /** What it says of a settlement, once that is decided, or else what it still says after a while. */
    Settling settling(String customerId, String settlementId) throws InterruptedException;

    /** The ledger's open sum of a customer against that of the licenses topic, in cents. */
    record Books(long ledgerCents, long licensesCents) {}

    /**
     * A settlement.
     *
     * @param status of the settlement as a whole
     * @param settled charges that it settled
     * @param left charges that it names and did not settle
     */
    record Settling(String status, int settled, int left, long amountCents) {}
}
