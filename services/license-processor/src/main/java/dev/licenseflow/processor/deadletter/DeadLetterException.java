package dev.licenseflow.processor.deadletter;

/**
 * A record was decoded but cannot be decided. It may only be thrown before anything was forwarded or stored for the
 * record: what was, would be committed all the same.
 */
public final class DeadLetterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    private DeadLetterException(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** The record's key is not its customer id (D1). */
    public static DeadLetterException foreignKey(String key, String customerId) {
        return new DeadLetterException(
                DeadLetters.FOREIGN_KEY, "the key is '" + key + "', the customer id is '" + customerId + "'");
    }

    /** The record has no value at all. */
    public static DeadLetterException noValue() {
        return new DeadLetterException(DeadLetters.UNREADABLE, "the record has no value");
    }

    String reason() {
        return reason;
    }
}
