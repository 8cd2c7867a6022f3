package dev.licenseflow.domain.request;

/** Where a request was made (section 1, D6, D10). */
public enum Channel {
    /** Tela Clientes: open to every customer. */
    CUSTOMERS,
    /** Tela Renovação manual: only customers with that renewal method. */
    MANUAL_RENEWAL,
    /** Tela Gestão de cobranças: only customers with that renewal method. */
    MANAGED_BILLING,
    /** The portal of somebody else, through an API: open to every customer. */
    API,
    /** The vendor's back office, on a topic of its own (D10). */
    BACK_OFFICE
}
