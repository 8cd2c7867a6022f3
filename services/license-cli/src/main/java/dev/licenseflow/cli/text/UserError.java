package dev.licenseflow.cli.text;

import java.io.IOException;
import java.nio.file.NoSuchFileException;

/** A mistake that the user can correct: shown as one line, without a stack trace, and answered with exit status 2. */
public final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UserError(String message) {
        super(message);
    }

    public UserError(String message, Throwable cause) {
        super(message, cause);
    }

    /** A file that the user named is not there or cannot be read. */
    public static UserError unreadable(String file, IOException failure) {
        return failure instanceof NoSuchFileException
                ? new UserError(file + ": there is no such file", failure)
                : new UserError(file + ": cannot be read: " + failure.getMessage(), failure);
    }
}
