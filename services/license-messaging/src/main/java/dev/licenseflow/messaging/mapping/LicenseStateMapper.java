package dev.licenseflow.messaging.mapping;

import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.license.Quantities;
import dev.licenseflow.schema.LicenseState;
import dev.licenseflow.schema.license.LicenseStatus;
import dev.licenseflow.schema.license.ProductQuantities;
import dev.licenseflow.schema.license.RenewalMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What {@code licensing.licenses} shows of a customer (L1); there is no way back, since it shows only a part. */
public final class LicenseStateMapper {

    private LicenseStateMapper() {}

    public static LicenseState toAvro(CustomerLicenses licenses) {
        return new LicenseState(
                licenses.customerId(),
                licenses.partnerId(),
                licenses.system(),
                Symbols.same(LicenseStatus.class, licenses.status()),
                Symbols.same(RenewalMethod.class, licenses.renewalMethod()),
                MonthText.of(licenses.paidThrough()),
                licenses.revision(),
                products(licenses),
                licenses.openChargesCents());
    }

    private static List<ProductQuantities> products(CustomerLicenses licenses) {
        List<ProductQuantities> products = new ArrayList<>(licenses.products().size());
        for (Map.Entry<String, Quantities> entry : licenses.products().entrySet()) {
            Quantities quantities = entry.getValue();
            if (!quantities.isZero()) {
                products.add(new ProductQuantities(entry.getKey(), quantities.active(), quantities.next()));
            }
        }
        return products;
    }
}
