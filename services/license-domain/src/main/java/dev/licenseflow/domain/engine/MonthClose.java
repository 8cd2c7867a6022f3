package dev.licenseflow.domain.engine;

import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.license.LicenseStatus;
import dev.licenseflow.domain.license.Quantities;
import dev.licenseflow.domain.license.QuoteEnd;
import dev.licenseflow.domain.month.BusinessCalendar;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the begin of a month does to one customer: a pure function of its licenses and the month (M1, M2).
 *
 * @param month the month that begins
 * @param catalog the version in force at the boundary (R2)
 */
record MonthClose(CustomerLicenses licenses, YearMonth month, CatalogVersion catalog, BusinessCalendar calendar) {

    /** What it does, or nothing if the month's begin changes nothing for the customer. */
    Optional<Ruling> judge() {
        if (!licenses.isRegistered() || licenses.status() == LicenseStatus.INACTIVE) {
            return Optional.empty();
        }
        List<Effect> effects = new ArrayList<>();
        List<Charge> charges = List.of();
        if (licenses.cancelled()) {
            effects.addAll(quoteExpires());
            effects.addAll(LicenseEffects.inactivation(licenses, calendar.startOf(month)));
        } else if (renewsByItself()) {
            SortedMap<String, Quantities> products = productsOfTheMonth();
            effects.addAll(quantities(products));
            effects.addAll(quoteExpires());
            Renewal renewal = Renewal.of(licenses, products, catalog, month, month.toString(), calendar);
            effects.addAll(renewal.effects());
            charges = renewal.charges();
        } else if (lastMonthWasPaid()) {
            effects.addAll(quantities(productsOfTheMonth()));
            effects.addAll(quoteExpires());
            effects.addAll(expires());
        } else {
            effects.addAll(quoteExpires());
            effects.addAll(LicenseEffects.inactivation(licenses, calendar.startOf(month)));
        }
        return effects.isEmpty() ? Optional.empty() : Optional.of(Ruling.applied(effects, charges, catalog.version()));
    }

    private boolean renewsByItself() {
        return licenses.renewsByItself() && licenses.openChargesBefore(month).isEmpty();
    }

    private boolean lastMonthWasPaid() {
        return !licenses.paidThrough().isBefore(month.minusMonths(1));
    }

    private SortedMap<String, Quantities> productsOfTheMonth() {
        SortedMap<String, Quantities> products = new TreeMap<>();
        licenses.products().forEach((code, quantities) -> {
            if (quantities.next() > 0) {
                products.put(code, quantities.atMonthStart());
            }
        });
        return products;
    }

    private List<Effect> quantities(SortedMap<String, Quantities> after) {
        Instant boundary = calendar.startOf(month);
        return LicenseEffects.between(licenses.products(), after, boundary, boundary);
    }

    private List<Effect> quoteExpires() {
        return licenses.quote().open().stream()
                .<Effect>map(quote -> new Effect.QuoteEnded(quote.quoteId(), QuoteEnd.EXPIRED))
                .toList();
    }

    private List<Effect> expires() {
        return licenses.status() == LicenseStatus.ACTIVE
                ? List.of(new Effect.StatusChanged(LicenseStatus.ACTIVE, LicenseStatus.EXPIRED))
                : List.of();
    }
}
