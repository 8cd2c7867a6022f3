package dev.licenseflow.portal.license;

import java.util.Optional;

/** The customers of a partner with their licenses. */
public interface CustomerList {

    Page<CustomerLine> search(CustomerSearch search);

    /** One customer; empty for one of another partner. */
    Optional<CustomerLine> find(String partnerId, String customerId);
}
