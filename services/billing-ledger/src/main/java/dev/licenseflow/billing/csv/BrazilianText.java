package dev.licenseflow.billing.csv;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Amounts and dates as they are written in Brazil: 1234,56 and 31/03/2026. */
public final class BrazilianText {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);
    /** With or without points for the thousands; always two decimals, so that 1.234 is never taken for a thousand or for one. */
    private static final Pattern AMOUNT = Pattern.compile("(?:\\d{1,13}|\\d{1,3}(?:\\.\\d{3}){1,4}),\\d{2}");

    private static final int CENTS_DIGITS = 2;

    private BrazilianText() {}

    /** Cents as 1234,56: without points, which some spreadsheets would take for decimals. */
    public static String amount(long cents) {
        return BigDecimal.valueOf(cents, CENTS_DIGITS).toPlainString().replace('.', ',');
    }

    public static String date(LocalDate day) {
        return DATE.format(day);
    }

    /** The cents of 1234,56 or 1.234,56; empty for anything else. */
    public static OptionalLong cents(String text) {
        return AMOUNT.matcher(text).matches()
                ? OptionalLong.of(Long.parseLong(text.replace(".", "").replace(",", "")))
                : OptionalLong.empty();
    }

    /** The day of 31/03/2026; empty for anything else, 31/02/2026 included. */
    public static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text, DATE));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
