package dev.licenseflow.portal.license;

import dev.licenseflow.domain.license.RenewalMethod;
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

    /**
     * The two numbers of a product (section 5).
     *
     * @param active now, to the end of the month
     * @param next from the first of next month on
     */
    public record LicensedQuantities(int active, int next) {}

    public LicenseView {
        products = Collections.unmodifiableSortedMap(new TreeMap<>(products));
    }
}
