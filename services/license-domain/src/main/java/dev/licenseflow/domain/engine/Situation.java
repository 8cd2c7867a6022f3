package dev.licenseflow.domain.engine;

import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.charge.ChargeIssue;
import dev.licenseflow.domain.charge.ChargeKind;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.domain.reason.CustomerReasons;
import dev.licenseflow.domain.request.Request;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Supplier;

/**
 * All that the decision about a request may depend on.
 *
 * @param licenses the customer's, as of the month of {@code at} (M2)
 * @param catalog the version in force at {@code at} (C2)
 * @param at the time of the request (T1)
 */
record Situation(
        CustomerLicenses licenses, CatalogVersion catalog, Request request, Instant at, BusinessCalendar calendar) {

    YearMonth month() {
        return calendar.monthOf(at);
    }

    Instant startOfNextMonth() {
        return calendar.startOf(month().plusMonths(1));
    }

    Pricing pricing() {
        return new Pricing(catalog, calendar);
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
        return Ruling.rejected(List.of(CustomerReasons.amountAboveAccepted(accepted, totalCents)), catalog.version());
    }

    ChargeIssue issue(ChargeKind kind) {
        return new ChargeIssue(
                kind,
                request.customerId(),
                request.partnerId(),
                catalog.currency(),
                month(),
                request.requestId(),
                catalog.version());
    }
}
