package dev.licenseflow.portal.request;

/** What the relay of this instance is doing. */
public enum RelayState {
    /** It has not published yet. */
    STARTING,
    /** It publishes what is recorded, or another instance does. */
    PUBLISHING,
    /** The database, the broker or the registry does not answer; it tries again. */
    FAILING,
    /** It was told to stop. */
    STOPPED
}
