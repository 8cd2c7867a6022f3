package dev.licenseflow.billing.bank;

/** Why a line of a bank return settles nothing. */
public enum BankLineFault {
    /** It has not four fields, or a quote that does not end. */
    MALFORMED,
    /** Its id is empty or longer than 64 characters. */
    LINE_ID_INVALID,
    /** Its amount is not written as 1234,56, or is zero. */
    AMOUNT_INVALID,
    /** Its date is none, not written as 31/03/2026, or lies ahead. */
    DATE_INVALID,
    /** Its id was used for another charge, amount or day, in this file or an earlier one. */
    LINE_ID_REUSED,
    /** No such charge in the ledger. */
    CHARGE_UNKNOWN,
    /** The charge is settled, or waits for the decision on another settlement. */
    CHARGE_NOT_OPEN,
    /** The amount is not the charge's; part payments are not known here. */
    AMOUNT_DIFFERS
}
