package dev.licenseflow.billing.settlement;

/** How far a settlement has come. */
public enum SettlementStatus {
    /** Recorded; the processor has not decided it yet. */
    PENDING,
    /** At least one of its charges was open and is settled (rule G4). */
    APPLIED,
    /** None of its charges was open, or the processor refused it as a whole. */
    REJECTED
}
