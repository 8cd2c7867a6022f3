package dev.licenseflow.portal.api;

import dev.licenseflow.portal.customer.Customer;
import dev.licenseflow.portal.customer.TaxId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ResponseStatusException;

/** What a program says of a customer, so that people see it on the screens too. It stays in the portal (rule L3). */
@Schema(requiredProperties = {"name", "taxId"})
record CustomerEntry(
        @Schema(maxLength = Customer.LONGEST_NAME) @Nullable String name,

        @Schema(description = "A CNPJ or CPF with valid check digits, with or without punctuation") @Nullable
        String taxId,

        @Schema(
                maxLength = Customer.LONGEST_CONTACT,
                description = "How the customer is reached; what was entered before stays if it is absent")
        @Nullable
        String contact) {

    /** Ids that can be a part of a page's address. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~-]{0,127}");

    /**
     * The customer with this entry.
     *
     * @param knownContact what was entered before
     * @throws ResponseStatusException naming the first fault
     */
    Customer of(String partnerId, String customerId, String knownContact, Instant now) {
        if (!ID.matcher(customerId).matches()) {
            throw PortalProblems.fault("customerId: expected letters, digits, '.', '_', '~' and '-', at most 128");
        }
        String entered = name == null ? "" : name.strip();
        if (entered.isEmpty() || entered.length() > Customer.LONGEST_NAME) {
            throw PortalProblems.fault("name: expected 1 to " + Customer.LONGEST_NAME + " characters");
        }
        TaxId valid = TaxId.parse(taxId == null ? "" : taxId)
                .orElseThrow(() -> PortalProblems.fault("taxId: expected a CNPJ or CPF with valid check digits"));
        String reached = contact == null ? knownContact : contact.strip();
        if (reached.length() > Customer.LONGEST_CONTACT) {
            throw PortalProblems.fault("contact: expected at most " + Customer.LONGEST_CONTACT + " characters");
        }
        return new Customer(customerId, partnerId, entered, Optional.of(valid), reached, now);
    }
}
