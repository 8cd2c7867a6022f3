package dev.licenseflow.portal.license;

import dev.licenseflow.portal.customer.Customer;
import java.util.Optional;

/**
 * A customer with its licenses.
 *
 * @param licenses empty while nothing is on the licenses topic
 */
public record CustomerLine(Customer customer, Optional<LicenseView> licenses) {

    public CustomerStatus status() {
        return licenses.map(LicenseView::status).orElse(CustomerStatus.PENDING);
    }
}
