package dev.licenseflow.domain.license;

import dev.licenseflow.domain.request.RenewalMethod;
import java.time.Instant;
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
 * @param renewalScheduled whether the next month close renews a customer with manual renewal (R7)
 * @param cancelled whether the contract ends with the paid month (R8)
 * @param changedAt the time of the decision that raised the revision to this one (L1)
 * @param changedBy the id of that decision
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
        LatestQuote quote,
        boolean renewalScheduled,
        boolean cancelled,
        Instant changedAt,
        String changedBy) {

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
                new LatestQuote.None(),
                false,
                false,
                Instant.EPOCH,
                "");
    }

    public boolean isRegistered() {
        return revision > 0;
    }

    /** Whether a month close renews it, if nothing of earlier months is open (R2, R7). */
    public boolean renewsByItself() {
        return renewalMethod == RenewalMethod.MANAGED_BILLING || renewalScheduled;
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
                && openChargesCents() == before.openChargesCents()
                && renewalScheduled == before.renewalScheduled
                && cancelled == before.cancelled);
    }
}
