package dev.licenseflow.domain.license;

import dev.licenseflow.domain.request.RenewalMethod;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the licenses topic shows of a customer (L1). A reader in a later month than {@code month} goes by {@code next}, and by
 * {@code paidThrough} for the status.
 *
 * @param month the month that {@code active} is of
 * @param products by code and sorted by it; none of them is zero
 * @param openChargesCents sum of the open charges, in cents of the currency
 * @param currency ISO 4217 code
 * @param changedBy the id of the decision that raised the revision to this one
 */
public record PublishedLicenses(
        String customerId,
        String partnerId,
        String system,
        LicenseStatus status,
        RenewalMethod renewalMethod,
        YearMonth paidThrough,
        long revision,
        SortedMap<String, Quantities> products,
        long openChargesCents,
        String currency,
        YearMonth month,
        boolean renewalScheduled,
        boolean cancelled,
        Instant changedAt,
        String changedBy) {

    public PublishedLicenses {
        products = Collections.unmodifiableSortedMap(new TreeMap<>(products));
    }

    /** What is shown of a customer. */
    public static PublishedLicenses of(CustomerLicenses licenses, String currency) {
        return new PublishedLicenses(
                licenses.customerId(),
                licenses.partnerId(),
                licenses.system(),
                licenses.status(),
                licenses.renewalMethod(),
                licenses.paidThrough(),
                licenses.revision(),
                licenses.products(),
                licenses.openChargesCents(),
                currency,
                licenses.month(),
                licenses.renewalScheduled(),
                licenses.cancelled(),
                licenses.changedAt(),
                licenses.changedBy());
    }
}
