package dev.licenseflow.portal.customer;

import java.util.Optional;

/** The customers of all partners. One that belongs to another partner is not there. */
public interface Customers {

    /**
     * Enters a customer.
     *
     * @throws TaxIdTakenException if the partner has a customer with this tax id
     */
    void add(Customer customer);

    Optional<Customer> find(String partnerId, String customerId);

    boolean isTaxIdTaken(String partnerId, TaxId taxId);
}
