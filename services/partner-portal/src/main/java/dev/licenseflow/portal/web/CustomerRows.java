package dev.licenseflow.portal.web;

import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.portal.license.CustomerLine;
import dev.licenseflow.portal.license.CustomerStatus;
import dev.licenseflow.portal.license.LicenseView;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Makes the rows of a list. */
final class CustomerRows {

    private final Words words;
    private final Shelf shelf;
    private final YearMonth month;

    CustomerRows(Phrasebook phrasebook) {
        this.words = phrasebook.words();
        this.shelf = phrasebook.shelf();
        this.month = phrasebook.month();
    }

    List<CustomerRow> of(List<CustomerLine> lines, Screen screen) {
        return lines.stream().map(line -> of(line, screen)).toList();
    }

    CustomerRow of(CustomerLine line, Screen screen) {
        return line.licenses()
                .map(licenses -> row(line, licenses, screen))
                .orElseGet(() -> new CustomerRow(line, line.status(), "—", "—", 0, 0, false, false, Optional.empty()));
    }

    private CustomerRow row(CustomerLine line, LicenseView licenses, Screen screen) {
        CustomerStatus status = licenses.status();
        boolean paid = !licenses.paidThrough().isBefore(month);
        boolean suspended = status == CustomerStatus.SUSPENDED;
        return new CustomerRow(
                line,
                status,
                words.product(licenses.system()),
                words.lastDay(licenses.paidThrough()),
                licenses.openChargesCents(),
                shelf.monthlyCents(licenses),
                canEdit(licenses, month) && screen.isFor(licenses),
                status == CustomerStatus.EXPIRED || (suspended && !paid),
                status == CustomerStatus.INACTIVE ? Optional.empty() : Optional.of(other(licenses.renewalMethod())));
    }

    /** Active, or suspended with the month paid (D8). */
    static boolean canEdit(LicenseView licenses, YearMonth month) {
        return switch (licenses.status()) {
            case ACTIVE -> true;
            case SUSPENDED -> !licenses.paidThrough().isBefore(month);
            case EXPIRED, INACTIVE, PENDING -> false;
        };
    }

    private static RenewalMethod other(RenewalMethod method) {
        return method == RenewalMethod.MANUAL ? RenewalMethod.MANAGED_BILLING : RenewalMethod.MANUAL;
    }
}
