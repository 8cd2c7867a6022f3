package dev.licenseflow.portal.spring;

/** Whether records come into the portal. */
enum ReadingState {
    /** They do, as far as anything is known. */
    READING,
    /** The database or the registry does not answer; the same records are tried again. */
    WAITING,
    /** A bug has stopped the reading. */
    BROKEN
}
