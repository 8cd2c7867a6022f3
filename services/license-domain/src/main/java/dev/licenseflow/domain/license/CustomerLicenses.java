package dev.licenseflow.domain.license;

import dev.licenseflow.domain.request.RenewalMethod;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that is known of one customer, and all that a decision about it may depend on besides the catalog. It is the fold
 * of the effects of the customer's decisions (D9): {@link dev.licenseflow.domain.decision.Fold} is the only way to
 * change it.
 *
 * @param system code of the base system, kept while inactive
 * @param paidThrough the last month that was charged in full or in part
 * @param month the month, in the business zone, as of which this is; a month that changed nothing does not count (M2)
 * @param revision 0 before registration (D4)
 * @param products by code and sorted by it; none of them is zero
 * @param openCharges in the order in which they were made
 */
public record CustomerLicenses(
        String customerId,
        String partnerId,
        String system,
        LicenseStatus status,
        RenewalMethod renewalMethod,
        YearMonth paidThrough,
        YearMonth month,
        long revision,
        SortedMap<String, Quantities> products,
        List<OpenCharge> openCharges,
        LatestQuote quote) {

    private static final YearMonth NEVER = YearMonth.of(1, 1);

    public CustomerLicenses {
        products = Collections.unmodifiableSortedMap(new TreeMap<>(products));
        openCharges = List.copyOf(openCharges);
    }

    /** A customer of which nothing has been heard yet. */
    public static CustomerLicenses unregistered(String customerId) {
        return new CustomerLicenses(
                customerId,
                "",
                "",
                LicenseStatus.INACTIVE,
                RenewalMethod.MANUAL,
                NEVER,
                NEVER,
                0,
                Collections.emptySortedMap(),
                List.of(),
                new LatestQuote.None());
    }

    public boolean isRegistered() {
        return revision > 0;
    }

    public Quantities quantitiesOf(String product) {
        return products.getOrDefault(product, Quantities.ZERO);
    }

    public Optional<OpenCharge> openCharge(String chargeId) {
        return openCharges.stream()
                .filter(charge -> charge.chargeId().equals(chargeId))
                .findFirst();
    }

    public List<OpenCharge> openChargesBefore(YearMonth limit) {
        return openCharges.stream()
                .filter(charge -> charge.month().isBefore(limit))
                .toList();
    }

    public long openChargesCents() {
        return openCharges.stream().mapToLong(OpenCharge::amountCents).sum();
    }

    /** Whether the two differ in anything that the licenses topic shows (D4, L1). */
    public boolean showsOtherThan(CustomerLicenses before) {
        return !(partnerId.equals(before.partnerId)
                && system.equals(before.system)
                && status == before.status
                && renewalMethod == before.renewalMethod
                && paidThrough.equals(before.paidThrough)
                && products.equals(before.products)
                && openChargesCents() == before.openChargesCents());
    }
}
