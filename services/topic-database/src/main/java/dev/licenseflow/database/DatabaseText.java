package dev.licenseflow.database;

/** Texts made of what a record says: a {@code text} column does not take the character of number zero. */
public final class DatabaseText {

    private DatabaseText() {}

    /** The text with a space in place of each such character. */
    public static String of(String text) {
        return text.replace('\0', ' ');
    }
}
