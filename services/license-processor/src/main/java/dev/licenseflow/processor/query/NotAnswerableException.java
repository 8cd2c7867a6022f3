package dev.licenseflow.processor.query;

/** Nobody can answer at the moment: a rebalance is going on, or the owner does not answer. Asking again later helps. */
public final class NotAnswerableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotAnswerableException(String message) {
        super(message);
    }

    public NotAnswerableException(String message, Throwable cause) {
        super(message, cause);
    }
}
