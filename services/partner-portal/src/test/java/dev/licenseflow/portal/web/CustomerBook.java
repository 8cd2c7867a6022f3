package dev.licenseflow.portal.web;

import dev.licenseflow.portal.customer.Customer;
import dev.licenseflow.portal.customer.Customers;
import dev.licenseflow.portal.customer.TaxId;
import java.util.Optional;

/** The customers that the stand-in keeps. */
final class CustomerBook implements Customers {

    private final StandIn standIn;

    CustomerBook(StandIn standIn) {
        this.standIn = standIn;
    }

    @Override
    public void add(Customer customer) {
        standIn.add(customer);
    }

    @Override
    public Optional<Customer> find(String partnerId, String customerId) {
        return standIn.customers().stream()
                .filter(customer -> customer.partnerId().equals(partnerId)
                        && customer.customerId().equals(customerId))
                .findFirst();
    }

    @Override
    public boolean isTaxIdTaken(String partnerId, TaxId taxId) {
        return standIn.customers().stream()
                .anyMatch(customer -> customer.partnerId().equals(partnerId)
                        && customer.taxId().equals(taxId));
    }
}
