package dev.licenseflow.messaging.mapping;

import org.jspecify.annotations.Nullable;

/** Enums of records and of the domain have the same names; and what readers say about values they cannot take. */
public final class Symbols {

    private Symbols() {}

    /** The constant of the same name, which is there: a test compares the enums. */
    public static <T extends Enum<T>> T same(Class<T> to, Enum<?> constant) {
        return Enum.valueOf(to, constant.name());
    }

    /**
     * The domain's constant of the same name as a record's symbol.
     *
     * @throws IllegalArgumentException for {@code UNKNOWN}, which a reader sees in place of a symbol that is newer than its
     *     own schema, and for any other that the domain does not have
     */
    public static <T extends Enum<T>> T known(String field, Class<T> to, Enum<?> symbol) {
        try {
            return Enum.valueOf(to, symbol.name());
        } catch (IllegalArgumentException newer) {
            throw unknown(field);
        }
    }

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
