package dev.licenseflow.portal.license;

import dev.licenseflow.domain.request.RenewalMethod;
import java.time.YearMonth;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** The licenses of a customer as the licenses topic shows them (rule L1). */
public record LicenseView(
        String system,
        CustomerStatus status,
        RenewalMethod renewalMethod,
        YearMonth paidThrough,
        long revision,
        SortedMap<String, LicensedQuantities> products,
        long openChargesCents) {

    public LicenseView {
        products = Collections.unmodifiableSortedMap(new TreeMap<>(products));
    }
}
