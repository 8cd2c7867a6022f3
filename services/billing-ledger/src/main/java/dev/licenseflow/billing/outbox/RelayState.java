package dev.licenseflow.billing.outbox;

/** What the relay of this instance is doing. */
public enum RelayState {
    /** It has not published yet. */
    STARTING,
    /** Another instance publishes. */
    STANDBY,
    /** It publishes what is recorded. */
    PUBLISHING,
    /** The database, the broker or the registry does not answer; it tries again. */
    FAILING,
    /** It was told to stop. */
    STOPPED
}
