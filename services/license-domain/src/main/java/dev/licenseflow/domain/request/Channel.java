package dev.licenseflow.domain.request;

/** The portal screen on which a request was made (section 1, D6). */
public enum Channel {
    /** Tela Clientes: open to every customer. */
    CUSTOMERS,
    /** Tela Renovação manual: only customers with that renewal method. */
    MANUAL_RENEWAL,
    /** Tela Gestão de cobranças: only customers with that renewal method. */
    MANAGED_BILLING
}
