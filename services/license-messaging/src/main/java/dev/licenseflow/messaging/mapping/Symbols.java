package dev.licenseflow.messaging.mapping;

import org.jspecify.annotations.Nullable;

/** What all readers of records have to say about values they cannot take. */
public final class Symbols {

    private Symbols() {}

    /** The refusal of {@code UNKNOWN}, which a reader sees in place of a symbol that is newer than its own schema. */
    public static IllegalArgumentException unknown(String field) {
        return new IllegalArgumentException(field + " has a value that this version does not know");
    }

    /**
     * The value of a field that is there for this type of record only.
     *
     * @throws IllegalArgumentException if the record lacks it
     */
    public static <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value;
    }
}
