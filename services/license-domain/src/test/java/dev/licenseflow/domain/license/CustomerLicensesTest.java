package dev.licenseflow.domain.license;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.request.RenewalMethod;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the licenses topic shows of a customer (D4, L1). */
class CustomerLicensesTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final OpenCharge CHARGE = new OpenCharge("id", "link", MARCH, 100);
    private static final CustomerLicenses LICENSES = licenses("p1", "link", 1, "link", CHARGE);

    @Test
    @Rule({"D4", "L1"})
    void aDifferenceInWhatIsShownIsSeen() {
        assertThat(LICENSES.showsOtherThan(LICENSES)).isFalse();
        assertThat(licenses("p2", "link", 1, "link", CHARGE).showsOtherThan(LICENSES))
                .isTrue();
        assertThat(licenses("p1", "navi", 1, "link", CHARGE).showsOtherThan(LICENSES))
                .isTrue();
        assertThat(licenses("p1", "link", 2, "link", CHARGE).showsOtherThan(LICENSES))
                .isTrue();
        assertThat(licenses("p1", "link", 1, "navi", CHARGE).showsOtherThan(LICENSES))
                .isTrue();
        assertThat(licenses("p1", "link", 1, "link").showsOtherThan(LICENSES)).isTrue();
        assertThat(standing(LicenseStatus.EXPIRED, RenewalMethod.MANUAL, MARCH).showsOtherThan(LICENSES))
                .isTrue();
        assertThat(standing(LicenseStatus.ACTIVE, RenewalMethod.MANAGED_BILLING, MARCH)
                        .showsOtherThan(LICENSES))
                .isTrue();
        assertThat(standing(LicenseStatus.ACTIVE, RenewalMethod.MANUAL, MARCH.plusMonths(1))
                        .showsOtherThan(LICENSES))
                .isTrue();
        assertThat(standing(LicenseStatus.ACTIVE, RenewalMethod.MANUAL, MARCH).showsOtherThan(LICENSES))
                .isFalse();
    }

    @Test
    @Rule({"D4", "L1"})
    void ofTheOpenChargesOnlyTheTotalIsShown() {
        OpenCharge other = new OpenCharge("other", "cloud", MARCH.plusMonths(1), 100);
        assertThat(licenses("p1", "link", 1, "link", other).showsOtherThan(LICENSES))
                .isFalse();
    }

    @Test
    @Rule({"D4", "L1"})
    void anUnregisteredCustomerHasNothing() {
        CustomerLicenses nobody = CustomerLicenses.unregistered("c1");
        assertThat(nobody.isRegistered()).isFalse();
        assertThat(nobody.revision()).isZero();
        assertThat(nobody.products()).isEmpty();
        assertThat(nobody.openChargesCents()).isZero();
        assertThat(nobody.quantitiesOf("link")).isEqualTo(Quantities.ZERO);
        assertThat(nobody.quote().latestId()).isEmpty();
        assertThat(LICENSES.isRegistered()).isTrue();
    }

    @Test
    @Rule("R3")
    void openChargesOfEarlierMonthsLeaveOutThatMonths() {
        OpenCharge april = new OpenCharge("april", "link", MARCH.plusMonths(1), 7);
        CustomerLicenses licenses = licenses("p1", "link", 1, "link", CHARGE, april);
        assertThat(licenses.openChargesBefore(MARCH)).isEmpty();
        assertThat(licenses.openChargesBefore(MARCH.plusMonths(1))).containsExactly(CHARGE);
        assertThat(licenses.openChargesBefore(MARCH.plusMonths(2))).containsExactly(CHARGE, april);
        assertThat(licenses.openChargesCents()).isEqualTo(107);
        assertThat(licenses.openCharge("april")).contains(april);
        assertThat(licenses.openCharge("nada")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, -1", "-1, -1", "1, 2", "-1, 0"})
    @Rule("Q2")
    void nextIsNeverNegativeNorAboveActive(int active, int next) {
        assertThatThrownBy(() -> new Quantities(active, next))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Integer.toString(active));
    }

    @Test
    @Rule({"Q2", "M1"})
    void theTwoNumbersFollowEachOther() {
        Quantities both = new Quantities(3, 1);
        assertThat(both.withNext(2)).isEqualTo(new Quantities(3, 2));
        assertThat(both.withNext(5)).isEqualTo(new Quantities(5, 5));
        assertThat(both.atMonthStart()).isEqualTo(new Quantities(1, 1));
        assertThat(new Quantities(3, 0).isZero()).isFalse();
        assertThat(new Quantities(3, 0).atMonthStart().isZero()).isTrue();
    }

    private static CustomerLicenses licenses(
            String partner, String system, int quantity, String product, OpenCharge... open) {
        SortedMap<String, Quantities> products = new TreeMap<>(Map.of(product, new Quantities(quantity, quantity)));
        return new CustomerLicenses(
                "c1",
                partner,
                system,
                LicenseStatus.ACTIVE,
                RenewalMethod.MANUAL,
                MARCH,
                MARCH,
                1,
                products,
                List.of(open),
                new LatestQuote.None(),
                false,
                false,
                Instant.EPOCH,
                "d");
    }

    private static CustomerLicenses standing(LicenseStatus status, RenewalMethod method, YearMonth paidThrough) {
        return new CustomerLicenses(
                "c1",
                "p1",
                "link",
                status,
                method,
                paidThrough,
                MARCH.plusMonths(2),
                9,
                LICENSES.products(),
                LICENSES.openCharges(),
                new LatestQuote.Closed("q", QuoteEnd.DECLINED),
                false,
                false,
                Instant.MAX,
                "e");
    }
}
