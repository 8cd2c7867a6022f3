package dev.licenseflow.domain.reason;

import java.util.Locale;

/** Amounts as people read them. */
public final class Money {

    private Money() {}

    /** {@code R$ 1.234,56}. */
    public static String pt(long cents) {
        return sign(cents) + "R$ " + units(cents).replace(',', '.') + ',' + twoDigits(cents);
    }

    /** {@code R$1,234.56}. */
    public static String en(long cents) {
        return sign(cents) + "R$" + units(cents) + '.' + twoDigits(cents);
    }

    private static String sign(long cents) {
        return cents < 0 ? "-" : "";
    }

    private static String units(long cents) {
        return String.format(Locale.ROOT, "%,d", Math.abs(cents / 100));
    }

    private static String twoDigits(long cents) {
        return String.format(Locale.ROOT, "%02d", Math.abs(cents % 100));
    }
}
