package dev.licenseflow.billing.alarm;

import java.time.Instant;

/**
 * Something that a person must look at.
 *
 * @param seq its number in the order in which alarms were raised
 * @param subject the id of what it is about
 */
public record Alarm(long seq, AlarmKind kind, String subject, String detail, Instant raisedAt) {

    /** What went wrong. */
    public enum AlarmKind {
        /** A charge id came again with other content; the first content is kept. */
        CHARGE_CONTRADICTED,
        /** A credit does not fit the charge that it names, or the ledger does not know a credit that the processor knows. */
        CREDIT_CONTRADICTED,
        /** A month close came again with other content; the first content is kept. */
        MONTH_CLOSE_CONTRADICTED,
        /** A settlement got a second decision that does not repeat the first; the first is kept. */
        DECISION_CONTRADICTED,
        /** A decision settles a charge that another settlement has settled. */
        CHARGE_SETTLED_TWICE,
        /** Money was received for charges of which the processor settled less, since they were lowered or settled meanwhile. */
        RECEIVED_NOT_SETTLED,
        /** A bank reports a payment that the ledger does not apply: too little, too much, or for what is not open. */
        PAYMENT_NOT_APPLIED,
        /** A record could not be read; it is kept among the unreadable records. */
        RECORD_UNREADABLE
    }
}
