package dev.licenseflow.portal.account;

/** Somebody signs in with this address already, of the same partner or of another one. */
public final class EmailTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EmailTakenException() {
        super("Somebody signs in with this address already");
    }
}
