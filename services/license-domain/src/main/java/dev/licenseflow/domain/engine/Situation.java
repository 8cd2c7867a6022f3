package dev.licenseflow.domain.engine;

import dev.licenseflow.domain.catalog.CatalogHistory;
import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.charge.ChargeIssue;
import dev.licenseflow.domain.charge.ChargeKind;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.decision.LogPlace;
import dev.licenseflow.domain.decision.Reason;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.license.Quantities;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.domain.reason.CustomerReasons;
import dev.licenseflow.domain.request.Request;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;

/**
 * All that the decision about a request may depend on.
 *
 * @param licenses the customer's, as of the month of the request (M2)
 * @param catalog the version in force at the time of the request (C2)
 * @param catalogs all versions that are known
 * @param place of the request, as of which is decided
 */
record Situation(
        CustomerLicenses licenses,
        CatalogHistory catalogs,
        CatalogVersion catalog,
        Request request,
        LogPlace place,
        BusinessCalendar calendar) {

    /** The time of the request (T1). */
    Instant at() {
        return place.at();
    }

    YearMonth month() {
        return calendar.monthOf(at());
    }

    Instant startOfNextMonth() {
        return calendar.startOf(month().plusMonths(1));
    }

    Pricing pricing() {
        return new Pricing(catalog, calendar);
    }

    /** What the quantities of next month cost then, by the catalog in force on its first day as far as it is known (K1). */
    long monthlyTotalCents(SortedMap<String, Quantities> products) {
        return new Pricing(catalogs.inForceAt(startOfNextMonth()), calendar).monthlyTotalCents(products);
    }

    /** Whether the current month is paid through (D8). */
    boolean monthIsPaid() {
        return !licenses.paidThrough().isBefore(month());
    }

    /** What is granted at that price, unless the request has said that it will not pay it (K2). */
    Ruling unlessRefused(long totalCents, Supplier<Ruling> granted) {
        if (!request.refuses(totalCents)) {
            return granted.get();
        }
        long accepted = request.acceptUpTo().orElseThrow();
        return rejected(List.of(CustomerReasons.amountAboveAccepted(accepted, totalCents)));
    }

    /** A rejection for the reasons given, or what is granted if there are none. */
    Ruling unlessRejected(List<Reason> reasons, Supplier<Ruling> granted) {
        return reasons.isEmpty() ? granted.get() : rejected(reasons);
    }

    Ruling rejected(List<Reason> reasons) {
        return Ruling.rejected(reasons, catalog.version());
    }

    /** These effects and charges, at the prices of the catalog. */
    Ruling applied(List<Effect> effects, List<Charge> charges) {
        return Ruling.applied(effects, charges, catalog.version());
    }

    /** These effects, at no cost. */
    Ruling applied(Effect... effects) {
        return applied(List.of(effects), List.of());
    }

    /** What the charges of the request have in common, at the prices of the catalog. */
    ChargeIssue issue(ChargeKind kind) {
        return issue(kind, catalog.version(), Optional.empty());
    }

    /** The same at the prices of a catalog version, as quoted if they are (K3). */
    ChargeIssue issue(ChargeKind kind, int catalogVersion, Optional<String> quoteId) {
        return new ChargeIssue(
                kind,
                request.customerId(),
                licenses.isRegistered() ? licenses.partnerId() : request.partnerId(),
                place.isFromBackOffice() ? "" : request.partnerId(),
                catalog.currency(),
                month(),
                request.requestId(),
                catalogVersion,
                quoteId);
    }
}
