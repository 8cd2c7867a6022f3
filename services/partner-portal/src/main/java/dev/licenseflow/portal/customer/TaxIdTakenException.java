package dev.licenseflow.portal.customer;

/** The partner has a customer with this tax id already. */
public class TaxIdTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TaxIdTakenException(Throwable cause) {
        super("The partner has a customer with this tax id already", cause);
    }
}
