package dev.licenseflow.cli.text;

import dev.licenseflow.domain.catalog.Product;
import dev.licenseflow.domain.decision.Reason;
import dev.licenseflow.domain.reason.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** The language of a command's output. Its texts are in {@code messages_pt.properties} and {@code messages_en.properties}. */
public enum Language {
    /** Brazilian Portuguese, with its money and dates. */
    PT("dd/MM/yyyy", "MM/yyyy"),
    /** English, with ISO dates, which no reader takes for another day. */
    EN("yyyy-MM-dd", "yyyy-MM");

    private final DateTimeFormatter dates;
    private final DateTimeFormatter months;
    private final DateTimeFormatter times;

    Language(String dates, String months) {
        this.dates = DateTimeFormatter.ofPattern(dates, Locale.ROOT);
        this.months = DateTimeFormatter.ofPattern(months, Locale.ROOT);
        this.times = DateTimeFormatter.ofPattern(dates + " HH:mm:ss", Locale.ROOT);
    }

    /** The text with this key; each {@code %s} in it stands for an argument. */
    public String text(String key, Object... arguments) {
        return message(key).formatted(arguments);
    }

    /** The word for a constant, such as a status. */
    public String word(Enum<?> constant) {
        return message(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    public String nameOf(Product product) {
        return of(product.names().pt(), product.names().en());
    }

    public String messageOf(Reason reason) {
        return of(reason.messagePt(), reason.messageEn());
    }

    public String money(long cents) {
        return of(Money.pt(cents), Money.en(cents));
    }

    public String date(LocalDate date) {
        return dates.format(date);
    }

    public String month(YearMonth month) {
        return months.format(month);
    }

    /** Date and time of day, to the second, in that zone. */
    public String time(Instant at, ZoneId zone) {
        return times.format(at.atZone(zone));
    }

    /** One of two texts that say the same. */
    public String of(String pt, String en) {
        return switch (this) {
            case PT -> pt;
            case EN -> en;
        };
    }

    /** The bundle is kept by the JDK. */
    private String message(String key) {
        return ResourceBundle.getBundle("dev.licenseflow.cli.text.messages", Locale.forLanguageTag(name()))
                .getString(key);
    }
}
