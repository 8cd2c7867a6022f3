package dev.licenseflow.portal.license;

/** Where a customer stands (section 9). */
public enum CustomerStatus {
    /** Nothing is on the licenses topic yet: the registration is under way, or was refused. */
    PENDING,
    ACTIVE,
    EXPIRED,
    SUSPENDED,
    INACTIVE
}
