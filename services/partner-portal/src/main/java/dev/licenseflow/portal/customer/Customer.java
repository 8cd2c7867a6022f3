package dev.licenseflow.portal.customer;

import java.time.Instant;

/**
 * A customer as a partner has entered it.
 *
 * @param customerId the only part of it that is on topics (rule L3)
 * @param registeredAt when it was entered in the portal
 */
public record Customer(String customerId, String partnerId, String name, TaxId taxId, Instant registeredAt) {

    /** In characters, for screens and programs. */
    public static final int LONGEST_NAME = 120;
}
