package dev.licenseflow.portal.customer;

import java.time.Instant;
import java.util.Optional;

/**
 * A customer as a partner has entered it, or one whose licenses the partner has without having entered it.
 *
 * @param customerId the only part of it that is on topics (rule L3)
 * @param name its id until the partner has entered it
 * @param taxId empty until the partner has entered it
 * @param contact how it is reached; empty if that is not known
 * @param registeredAt when it was entered in the portal, or since when the partner has its licenses
 */
public record Customer(
        String customerId, String partnerId, String name, Optional<TaxId> taxId, String contact, Instant registeredAt) {

    /** In characters, for screens and programs. */
    public static final int LONGEST_NAME = 120;

    /** In characters. */
    public static final int LONGEST_CONTACT = 120;

    /** Its tax id with the usual punctuation; a dash if it is not known. */
    public String formattedTaxId() {
        return taxId.map(TaxId::formatted).orElse("—");
    }
}
