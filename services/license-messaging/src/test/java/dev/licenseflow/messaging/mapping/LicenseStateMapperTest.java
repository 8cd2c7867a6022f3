package dev.licenseflow.messaging.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.license.LatestQuote;
import dev.licenseflow.domain.license.LicenseStatus;
import dev.licenseflow.domain.license.OpenCharge;
import dev.licenseflow.domain.license.Quantities;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.messaging.sample.AvroBytes;
import dev.licenseflow.messaging.sample.Licenses;
import dev.licenseflow.schema.LicenseState;
import dev.licenseflow.schema.license.ProductQuantities;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LicenseStateMapperTest {

    static List<CustomerLicenses> licenses() {
        return Licenses.many();
    }

    @Test
    void itShowsWhatRuleL1Names() {
        YearMonth march = YearMonth.of(2026, 3);
        CustomerLicenses licenses = new CustomerLicenses(
                "c1",
                "p1",
                "link",
                LicenseStatus.SUSPENDED,
                RenewalMethod.MANAGED_BILLING,
                march,
                march,
                7,
                new TreeMap<>(Map.of("link", new Quantities(1, 1), "cloud", new Quantities(1, 0))),
                List.of(new OpenCharge("h1", "link", march, 8_516), new OpenCharge("h2", "cloud", march, 2_129)),
                new LatestQuote.None());
        assertThat(LicenseStateMapper.toAvro(licenses))
                .isEqualTo(new LicenseState(
                        "c1",
                        "p1",
                        "link",
                        dev.licenseflow.schema.license.LicenseStatus.SUSPENDED,
                        dev.licenseflow.schema.license.RenewalMethod.MANAGED_BILLING,
                        "2026-03",
                        7L,
                        List.of(new ProductQuantities("cloud", 1, 0), new ProductQuantities("link", 1, 1)),
                        10_645L));
    }

    @ParameterizedTest
    @MethodSource("licenses")
    void everyCustomerCanBeShownWithItsOwnSymbols(CustomerLicenses licenses) {
        LicenseState shown = AvroBytes.through(LicenseStateMapper.toAvro(licenses));
        assertThat(shown.getStatus().name()).isEqualTo(licenses.status().name());
        assertThat(shown.getRenewalMethod().name())
                .isEqualTo(licenses.renewalMethod().name());
    }

    @ParameterizedTest
    @MethodSource("licenses")
    void productsWithoutLicensesAreLeftOut(CustomerLicenses licenses) {
        assertThat(LicenseStateMapper.toAvro(licenses).getProducts())
                .allMatch(product -> product.getActive() > 0)
                .hasSize((int) licenses.products().values().stream()
                        .filter(quantities -> !quantities.isZero())
                        .count());
    }
}
