package dev.licenseflow.standalone.startup;

/**
 * The pipeline will not start for a reason that its user can remove: a port that is taken, a data folder that is in use.
 * The message is one line for the user's terminal, without a stack trace; the process then ends with exit status 2.
 */
public final class StartupRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartupRefusedException(String message) {
        super(singleLine(message));
    }

    public StartupRefusedException(String message, Throwable cause) {
        super(singleLine(message), cause);
    }

    private static String singleLine(String message) {
        return message.replaceAll("\\s*\\R\\s*", " ");
    }
}
