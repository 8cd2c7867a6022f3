package dev.licenseflow.database.spring;

/** Whether records come into the database. */
public enum ReadingState {
    /** Not all of the reading's consumers have a share of the partitions yet; an empty share is one too. */
    JOINING,
    /** They have, and what stood on the partitions then is not all entered yet. */
    CATCHING_UP,
    /** All of that is entered, and what comes is entered as it comes. It stays so when the partitions are shared anew. */
    READING,
    /** The database or the registry does not answer; the same records are tried again. */
    WAITING,
    /** The reading has stopped for good: because of a bug, or because another instance has taken its place. */
    BROKEN
}
