package dev.licenseflow.domain.license;

/** Where a customer stands (R1). */
public enum LicenseStatus {
    /** The month is paid through. */
    ACTIVE,
    /** A month has begun and was not renewed; quantities stay as they are (R5). */
    EXPIRED,
    /** The partner's choice, independent of renewal: licenses are kept and renew like others. */
    SUSPENDED,
    /** A whole month was not renewed: nothing is left but the open charges (R4). */
    INACTIVE
}
