package dev.licenseflow.messaging.mapping;

import java.time.DateTimeException;
import java.time.YearMonth;

/**
 * Months as records hold them: 2026-03. Each load and save of a customer reads and writes several, which a general
 * date format would make the slowest part of; so years of four digits, all there are in practice, are read by hand.
 */
public final class MonthText {

    private static final int USUAL_LENGTH = "2026-03".length();
    private static final int YEAR_DIGITS = 4;
    private static final int LAST_USUAL_YEAR = 9_999;

    private MonthText() {}

    /** The text of a month; a year of more than four digits has a sign, without which it could not be read again. */
    public static String of(YearMonth month) {
        return month.getYear() > LAST_USUAL_YEAR ? "+" + month : month.toString();
    }

    /**
     * Reads a month.
     *
     * @throws IllegalArgumentException if the text is no month, with the name of its field
     */
    public static YearMonth parse(String field, String text) {
        try {
            return isUsual(text) ? parseUsual(text) : YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(field + " is no month such as 2026-03: '" + text + "'", e);
        }
    }

    private static boolean isUsual(String text) {
        if (text.length() != USUAL_LENGTH || text.charAt(YEAR_DIGITS) != '-') {
            return false;
        }
        for (int i = 0; i < USUAL_LENGTH; i++) {
            if (i != YEAR_DIGITS && (text.charAt(i) < '0' || text.charAt(i) > '9')) {
                return false;
            }
        }
        return true;
    }

    private static YearMonth parseUsual(String text) {
        int year = digit(text, 0) * 1000 + digit(text, 1) * 100 + digit(text, 2) * 10 + digit(text, 3);
        return YearMonth.of(year, digit(text, 5) * 10 + digit(text, 6));
    }

    private static int digit(String text, int at) {
        return text.charAt(at) - '0';
    }
}
