package dev.licenseflow.billing.idempotency;

/** A key was sent before with another request. */
public final class KeyReusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeyReusedException() {
        super("The Idempotency-Key was used before with another request");
    }
}
