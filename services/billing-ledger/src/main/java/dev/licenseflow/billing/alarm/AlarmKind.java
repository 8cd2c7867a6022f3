package dev.licenseflow.billing.alarm;

/** What went wrong. */
public enum AlarmKind {
    /** A charge id came again with other content; the first stands. */
    CHARGE_CONTRADICTED,
    /** A month close came again with other content; the first stands. */
    MONTH_CLOSE_CONTRADICTED,
    /** A settlement got a second decision that is no repetition of the first; the first stands. */
    DECISION_CONTRADICTED,
    /** A decision settles a charge that another settlement has settled. */
    CHARGE_SETTLED_TWICE,
    /** A record could not be decoded; it is kept among the unreadable records. */
    RECORD_UNREADABLE
}
