package dev.licenseflow.messaging.mapping;

/**
 * A record decoded well, but says what this version does not understand, such as an enum symbol of a newer producer, or what
 * nothing can be decided on, such as an empty id. It belongs among the dead letters (D1); the message is the reason given
 * there, one line.
 */
public final class UnreadableRecordException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableRecordException(String record, Throwable cause) {
        super(record + ": " + oneLine(String.valueOf(cause.getMessage())), cause);
    }

    private static String oneLine(String reason) {
        return reason.replaceAll("\\p{Cntrl}+", " ");
    }
}
