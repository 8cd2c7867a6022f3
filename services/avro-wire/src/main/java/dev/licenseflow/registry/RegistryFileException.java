package dev.licenseflow.registry;

/** The registry's file cannot be used. The message says why, for the person who starts it. */
public final class RegistryFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RegistryFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
