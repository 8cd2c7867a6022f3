package dev.licenseflow.messaging.topic;

/** The broker could not be asked, or refused to create a topic; trying again later may help. */
public final class TopicProvisioningException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TopicProvisioningException(String message) {
        super(message);
    }

    TopicProvisioningException(String message, Throwable cause) {
        super(message, cause);
    }
}
