package dev.licenseflow.database.spring;

/** Whether records come into the database. */
public enum ReadingState {
    /** They do, as far as anything is known. */
    READING,
    /** The database or the registry does not answer; the same records are tried again. */
    WAITING,
    /** A bug has stopped the reading. */
    BROKEN
}
