package dev.licenseflow.portal.license;

/** The status of a customer (section 9). */
public enum CustomerStatus {
    /** Nothing is on the licenses topic yet: the registration is not decided, or was refused. */
    PENDING,
    ACTIVE,
    EXPIRED,
    SUSPENDED,
    INACTIVE
}
