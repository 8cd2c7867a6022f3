package dev.licenseflow.portal.license;

import dev.licenseflow.portal.customer.Customer;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** What customers owe and have paid (section 7). */
public interface CustomerCharges {

    /** The open charges of a customer, the oldest month first; nothing for a customer of another partner. */
    List<CustomerCharge> open(String partnerId, String customerId);

    /** The charges of a partner's customers with managed billing, by month and customer, the latest month first. */
    Page<CustomerLineCharges> managedMonths(String partnerId, Optional<YearMonth> month, int page, int size);

    /** The charges of a customer for a month. */
    record CustomerLineCharges(Customer customer, YearMonth month, List<CustomerCharge> charges) {

        public CustomerLineCharges {
            charges = List.copyOf(charges);
        }
    }
}
