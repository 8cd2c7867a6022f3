package dev.licenseflow.domain.decision;

/** The closed set of reasons for which something is refused (D2). */
public enum RejectionCode {
    /** D5: the customer was never registered. */
    UNKNOWN_CUSTOMER,
    /** D5: the customer exists already. */
    ALREADY_REGISTERED,
    /** D5: the customer belongs to another partner. */
    NOT_YOUR_CUSTOMER,
    /** D3: the id was used within 35 days for something else. */
    REQUEST_ID_REUSED,
    /** D4: the customer has changed since the requester looked. */
    REVISION_CONFLICT,
    /** D6: the screen is not for customers with this renewal method. */
    CHANNEL_NOT_ALLOWED,
    /** D8: not in this status. */
    STATUS_FORBIDS,
    /** R3, R4: charges have to be settled first. */
    OUTSTANDING_CHARGES,
    /** K3: the quote is not the customer's latest. */
    QUOTE_UNKNOWN,
    /** K3: the quote's time is over. */
    QUOTE_EXPIRED,
    /** K3: the quote was confirmed or declined before. */
    QUOTE_CLOSED,
    /** K3: the customer has changed since the quote was made. */
    QUOTE_STALE,
    /** D7: two lines for one product. */
    DUPLICATE_PRODUCT,
    /** C4: the catalog does not know the product. */
    UNKNOWN_PRODUCT,
    /** C4, Q5: a system where an add-on is expected. */
    NOT_AN_ADD_ON,
    /** C4: no system where a system is expected. */
    NOT_A_SYSTEM,
    /** C4: the product has a menu of its own. */
    DEDICATED_FLOW,
    /** C4: the product is retired and may not rise. */
    NOT_SELLABLE,
    /** C4, Q3: the add-on does not work with the customer's system. */
    NOT_ELIGIBLE_FOR_SYSTEM,
    /** Q1, Q4: the number asked for, or what comes of it, is not possible. */
    QUANTITY_OUT_OF_RANGE,
    /** D7, G4: there is nothing to do. */
    NO_CHANGE,
    /** Q3: what is raised lacks an add-on that it requires. */
    DEPENDENCY_MISSING,
    /** Q3: what is lowered is required by an add-on that stays. */
    DEPENDENCY_IN_USE,
    /** K2: it costs more than was accepted. */
    AMOUNT_ABOVE_ACCEPTED,
    /** G4: the charge is unknown or was settled before. */
    CHARGE_NOT_OPEN,
    /** R8: the contract is cancelled. */
    CANCELLATION_PENDING,
    /** G5: the charge is not more than the amount given. */
    AMOUNT_NOT_LOWER,
    /** G6: the amount is not above zero. */
    AMOUNT_NOT_POSITIVE
}
