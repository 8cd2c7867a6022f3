package dev.licenseflow.billing.bank;

/** The file as a whole cannot be read, so no line of it was; the message is one line for a person. */
public final class BankFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BankFileException(String message) {
        super(message);
    }
}
