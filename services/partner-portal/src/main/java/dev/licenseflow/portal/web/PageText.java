package dev.licenseflow.portal.web;

import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.domain.reason.Money;
import dev.licenseflow.portal.catalog.CurrentCatalog;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What pages say, in the language of the current request: messages, names, amounts, and dates of the business zone. */
@Component
public class PageText {

    private final MessageSource messages;
    private final CurrentCatalog catalogs;
    private final BusinessCalendar calendar;
    private final Clock clock;

    PageText(MessageSource messages, CurrentCatalog catalogs, BusinessCalendar calendar, Clock clock) {
        this.messages = messages;
        this.catalogs = catalogs;
        this.calendar = calendar;
        this.clock = clock;
    }

    public boolean isEnglish() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en");
    }

    public String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    public String money(long cents) {
        return isEnglish() ? Money.en(cents) : Money.pt(cents);
    }

    /** The name of a product; its code if the catalog does not have it. */
    public String product(String code) {
        return catalogs.at(clock.instant())
                .product(code)
                .map(product ->
                        isEnglish() ? product.names().en() : product.names().pt())
                .orElse(code);
    }

    public String products(List<String> codes) {
        return codes.stream().map(this::product).collect(Collectors.joining(", "));
    }

    public String day(LocalDate day) {
        return format("MMM d, yyyy", "dd/MM/yyyy").format(day);
    }

    public String day(Instant at) {
        return day(calendar.dateOf(at));
    }

    public String time(Instant at) {
        return format("MMM d, yyyy, h:mm a", "dd/MM/yyyy 'às' HH:mm").format(at.atZone(calendar.zone()));
    }

    /** The end of a period as the last minute before it, since "until 00:00" is misread. */
    public String until(Instant end) {
        return time(end.minusSeconds(1));
    }

    public String month(YearMonth month) {
        return format("MMMM yyyy", "MMMM 'de' yyyy").format(month);
    }

    public String lastDay(YearMonth month) {
        return day(month.atEndOfMonth());
    }

    /** The last day of the current month: what leaves with the month can be used until then. */
    public String lastDayOfMonth() {
        return lastDay(calendar.monthOf(clock.instant()));
    }

    private DateTimeFormatter format(String english, String portuguese) {
        return isEnglish()
                ? DateTimeFormatter.ofPattern(english, Locale.US)
                : DateTimeFormatter.ofPattern(portuguese, Locale.forLanguageTag("pt-BR"));
    }
}
