package dev.licenseflow.messaging.publishing;

/** A schema could not be registered, for a reason that an operator can mend; the message says it. */
public final class SchemaPublishingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SchemaPublishingException(String message, Throwable cause) {
        super(message, cause);
    }
}
