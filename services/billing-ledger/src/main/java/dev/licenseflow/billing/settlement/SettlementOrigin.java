package dev.licenseflow.billing.settlement;

/** Who published a settlement. */
public enum SettlementOrigin {
    /** This ledger. */
    LEDGER,
    /** Somebody else: the ledger knows it from its decision, such as after its database was lost and made again. */
    FOREIGN
}
