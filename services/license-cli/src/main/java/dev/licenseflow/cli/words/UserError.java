package dev.licenseflow.cli.words;

/** Something the user can mend: shown as one line, without a stack trace, and answered with exit status 2. */
public final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UserError(String message) {
        super(message);
    }

    public UserError(String message, Throwable cause) {
        super(message, cause);
    }
}
