package dev.licenseflow.portal.web;

import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.domain.reason.Money;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.portal.license.CustomerStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Everything that a page says, in the reader's language: texts, names, amounts and dates of the business zone. */
public final class Words {

    private final MessageSource messages;
    private final Locale locale;
    private final CatalogVersion catalog;
    private final BusinessCalendar calendar;

    Words(MessageSource messages, Locale locale, CatalogVersion catalog, BusinessCalendar calendar) {
        this.messages = messages;
        this.locale = locale;
        this.catalog = catalog;
        this.calendar = calendar;
    }

    /** The language as a page's {@code lang}. */
    public String tag() {
        return isEnglish() ? "en" : "pt-BR";
    }

    public boolean isEnglish() {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    public String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    public String money(long cents) {
        return isEnglish() ? Money.en(cents) : Money.pt(cents);
    }

    /** What a product is called; its code if the catalog does not know it. */
    public String product(String code) {
        return catalog.product(code)
                .map(product ->
                        isEnglish() ? product.names().en() : product.names().pt())
                .orElse(code);
    }

    public String products(List<String> codes) {
        return String.join(", ", codes.stream().map(this::product).toList());
    }

    public String day(LocalDate day) {
        return format(isEnglish() ? "MMM d, yyyy" : "dd/MM/yyyy").format(day);
    }

    public String day(Instant at) {
        return day(calendar.dateOf(at));
    }

    public String time(Instant at) {
        return format(isEnglish() ? "MMM d, yyyy, h:mm a" : "dd/MM/yyyy 'às' HH:mm")
                .format(at.atZone(calendar.zone()));
    }

    /** A moment that ends something, as the last minute before it: nobody reads 'until 00:00' rightly. */
    public String until(Instant end) {
        return time(end.minusSeconds(1));
    }

    public String month(YearMonth month) {
        return format(isEnglish() ? "MMMM yyyy" : "MMMM 'de' yyyy").format(month);
    }

    public String lastDay(YearMonth month) {
        return day(month.atEndOfMonth());
    }

    /** The last day of the month in which something that is asked for now can still be used. */
    public String lastDayOfMonth(Instant now) {
        return lastDay(calendar.monthOf(now));
    }

    public String status(CustomerStatus status) {
        return text("status." + status.name());
    }

    public String status(String name) {
        return text("status." + name);
    }

    public String method(RenewalMethod method) {
        return text("method." + method.name());
    }

    private DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, isEnglish() ? Locale.US : Locale.forLanguageTag("pt-BR"));
    }
}
