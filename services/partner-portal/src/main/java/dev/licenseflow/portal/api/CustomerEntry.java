package dev.licenseflow.portal.api;

import dev.licenseflow.portal.customer.Customer;
import dev.licenseflow.portal.customer.TaxId;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What a program says of a customer, so that people see it on the screens too. It stays in the portal (rule L3). */
record CustomerEntry(@Nullable String name, @Nullable String taxId) {

    /** Ids that can stand in the address of a page. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~-]{0,127}");

    /** @throws ApiProblem naming the first fault */
    Customer of(String partnerId, String customerId, Instant now) {
        if (!ID.matcher(customerId).matches()) {
            throw fault("customerId: expected letters, digits, '.', '_', '~' and '-', at most 128");
        }
        String entered = name == null ? "" : name.strip();
        if (entered.isEmpty() || entered.length() > Customer.LONGEST_NAME) {
            throw fault("name: expected 1 to " + Customer.LONGEST_NAME + " characters");
        }
        TaxId valid = TaxId.parse(taxId == null ? "" : taxId)
                .orElseThrow(() -> fault("taxId: expected a CNPJ or CPF with valid check digits"));
        return new Customer(customerId, partnerId, entered, valid, now);
    }

    private static ApiProblem fault(String detail) {
        return new ApiProblem(HttpStatus.BAD_REQUEST, detail);
    }
}
