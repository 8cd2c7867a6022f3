package dev.licenseflow.domain.request;

/** How a customer renews each month (section 1, R2). */
public enum RenewalMethod {
    /** Renovação manual: expired until somebody sends {@code Renew}. */
    MANUAL,
    /** Gestão de cobranças: renews by itself while nothing of earlier months is open. */
    MANAGED_BILLING
}
