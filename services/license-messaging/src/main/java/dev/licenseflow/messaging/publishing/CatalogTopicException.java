package dev.licenseflow.messaging.publishing;

/** The catalog topic could not be read or written; the message is one line for an operator. */
public final class CatalogTopicException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CatalogTopicException(String message) {
        super(message);
    }

    CatalogTopicException(String message, Throwable cause) {
        super(message, cause);
    }
}
