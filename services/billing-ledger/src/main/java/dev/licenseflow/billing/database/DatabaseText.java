package dev.licenseflow.billing.database;

/** Texts made of what was delivered: the database knows no character of number zero, and an alarm must not fail for one. */
public final class DatabaseText {

    private DatabaseText() {}

    public static String of(String text) {
        return text.replace('\0', ' ');
    }
}
