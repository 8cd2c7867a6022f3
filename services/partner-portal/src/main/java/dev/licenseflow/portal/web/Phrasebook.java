package dev.licenseflow.portal.web;

import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.portal.catalog.CurrentCatalog;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** Where pages find the words, the catalog and the date of now. */
class Phrasebook {

    private final MessageSource messages;
    private final CurrentCatalog catalogs;
    private final BusinessCalendar calendar;
    private final Clock clock;

    Phrasebook(MessageSource messages, CurrentCatalog catalogs, BusinessCalendar calendar, Clock clock) {
        this.messages = messages;
        this.catalogs = catalogs;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** In the language of the reader of this request. */
    Words words() {
        return words(LocaleContextHolder.getLocale());
    }

    Words words(Locale locale) {
        return new Words(messages, locale, catalog(), calendar);
    }

    Shelf shelf() {
        return new Shelf(catalog(), words());
    }

    CatalogVersion catalog() {
        return catalogs.at(now());
    }

    Instant now() {
        return clock.instant();
    }

    YearMonth month() {
        return calendar.monthOf(now());
    }
}
