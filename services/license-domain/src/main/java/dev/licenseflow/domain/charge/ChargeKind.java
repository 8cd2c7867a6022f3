package dev.licenseflow.domain.charge;

/** Why a charge was made (G1). */
public enum ChargeKind {
    /** The first month, at registration (R6). */
    INITIAL,
    /** More licenses within a month. */
    ADDITION,
    /** A full month (R2, R3). */
    RENEWAL,
    /** The month in which an inactive customer comes back (R4). */
    REACTIVATION,
    /** An open charge was lowered: the difference, as a negative amount (G5). */
    CREDIT,
    /** The back office issued it (G6). */
    CORRECTION
}
