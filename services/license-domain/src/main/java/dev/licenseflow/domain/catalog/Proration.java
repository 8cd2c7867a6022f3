package dev.licenseflow.domain.catalog;

/** How an increase within a month is charged (G2). */
public enum Proration {
    /** By the days left in the month, the day of the order counted. */
    DAILY,
    /** The full monthly price, on whichever day. */
    NONE
}
