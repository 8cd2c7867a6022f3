package dev.licenseflow.billing.charge;

/** Where a charge stands. */
public enum ChargeStatus {
    /** Nobody has paid it. */
    OPEN,
    /** A settlement is recorded and waits for the processor's decision; to the processor it is still open. */
    SETTLING,
    /** The processor has settled it (rule G4). */
    SETTLED
}
