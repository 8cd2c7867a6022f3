package dev.licenseflow.domain.license;

/** How a quote came to its end (K3, M1). */
public enum QuoteEnd {
    CONFIRMED,
    DECLINED,
    /** The month it was made in has ended. */
    EXPIRED
}
