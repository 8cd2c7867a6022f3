package dev.licenseflow.messaging.mapping;

import dev.licenseflow.domain.license.PublishedLicenses;
import dev.licenseflow.domain.license.Quantities;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.schema.LicenseState;
import dev.licenseflow.schema.license.LicenseStatus;
import dev.licenseflow.schema.license.ProductQuantities;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Licenses as they stand on {@code licensing.licenses} (L1). */
public final class LicenseStateMapper {

    private LicenseStateMapper() {}

    public static LicenseState toAvro(PublishedLicenses licenses) {
        List<ProductQuantities> products = new ArrayList<>(licenses.products().size());
        licenses.products()
                .forEach((code, both) -> products.add(new ProductQuantities(code, both.active(), both.next())));
        return new LicenseState(
                licenses.customerId(),
                licenses.partnerId(),
                licenses.system(),
                Symbols.same(LicenseStatus.class, licenses.status()),
                Symbols.same(dev.licenseflow.schema.license.RenewalMethod.class, licenses.renewalMethod()),
                MonthText.of(licenses.paidThrough()),
                licenses.revision(),
                products,
                licenses.openChargesCents(),
                licenses.currency(),
                MonthText.of(licenses.month()),
                licenses.renewalScheduled(),
                licenses.cancelled(),
                licenses.changedAt(),
                licenses.changedBy());
    }

    /**
     * What a record says.
     *
     * @throws UnreadableRecordException if it holds an unknown symbol, no month, or impossible quantities
     */
    public static PublishedLicenses toDomain(LicenseState state) {
        try {
            SortedMap<String, Quantities> products = new TreeMap<>();
            state.getProducts()
                    .forEach(product ->
                            products.put(product.getProduct(), new Quantities(product.getActive(), product.getNext())));
            return new PublishedLicenses(
                    state.getCustomerId(),
                    state.getPartnerId(),
                    state.getSystem(),
                    Symbols.known("status", dev.licenseflow.domain.license.LicenseStatus.class, state.getStatus()),
                    Symbols.known("renewalMethod", RenewalMethod.class, state.getRenewalMethod()),
                    MonthText.parse("paidThrough", state.getPaidThrough()),
                    state.getRevision(),
                    products,
                    state.getOpenChargesCents(),
                    state.getCurrency(),
                    MonthText.parse("month", state.getMonth()),
                    state.getRenewalScheduled(),
                    state.getCancelled(),
                    state.getChangedAt(),
                    state.getChangedBy());
        } catch (IllegalArgumentException e) {
            throw new UnreadableRecordException("licenses", e);
        }
    }
}
