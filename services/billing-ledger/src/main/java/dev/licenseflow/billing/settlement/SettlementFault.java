package dev.licenseflow.billing.settlement;

/** Why the ledger records no settlement. */
public enum SettlementFault {
    /** A charge is not in the ledger, or belongs to another customer. */
    CHARGE_UNKNOWN,
    /** A charge is settled, or waits for the decision on another settlement. */
    CHARGE_NOT_OPEN,
    /** The customer has no open charge, in the month if one was given. */
    NOTHING_OPEN,
    /** More charges than one settlement can hold (1,000); settle month by month. */
    TOO_MANY_CHARGES
}
