package dev.licenseflow.portal.api;

import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.portal.license.CustomerLine;
import dev.licenseflow.portal.license.CustomerStatus;
import dev.licenseflow.portal.license.LicenseView;
import dev.licenseflow.portal.license.LicensedQuantities;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.SortedMap;

/** A customer as programs see it; amounts in cents. */
record CustomerView(
        String customerId,
        String name,
        String taxId,
        Instant registeredAt,
        CustomerStatus status,
        Optional<LicensesView> licenses) {

    static CustomerView of(CustomerLine line) {
        return new CustomerView(
                line.customer().customerId(),
                line.customer().name(),
                line.customer().taxId().digits(),
                line.customer().registeredAt(),
                line.status(),
                line.licenses().map(LicensesView::of));
    }

    /** What it has. */
    record LicensesView(
            String system,
            RenewalMethod renewalMethod,
            YearMonth paidThrough,
            long revision,
            SortedMap<String, LicensedQuantities> products,
            long openChargesCents) {

        static LicensesView of(LicenseView view) {
            return new LicensesView(
                    view.system(),
                    view.renewalMethod(),
                    view.paidThrough(),
                    view.revision(),
                    view.products(),
                    view.openChargesCents());
        }
    }
}
