package dev.licenseflow.domain.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.license.LicenseStatus;
import dev.licenseflow.domain.license.OpenCharge;
import dev.licenseflow.domain.license.Quantities;
import dev.licenseflow.domain.request.RenewalMethod;
import java.time.YearMonth;
import java.util.List;

/**
 * What holds of a registered customer's licenses at any time.
 *
 * @param month the current one
 * @param catalog the version in force
 */
record LicensesInvariants(CustomerLicenses licenses, YearMonth month, CatalogVersion catalog) {

    void check() {
        quantitiesFitTheStatus();
        statusFitsTheMonthPaidThrough();
        nothingLacksWhatItRequires();
        theSystemIsTheOneOfNextMonth();
        everyAddOnFitsASystemThatIsThere();
        anUnpaidMonthHasOneNumberPerProduct();
        aRenewalIsScheduledOnlyForWhoNeedsIt();
        aCancelledContractHasThePaidMonthLeft();
        whatIsOpenIsSomethingAndHasAnIdOfItsOwn();
    }

    private boolean monthIsPaid() {
        return !licenses.paidThrough().isBefore(month);
    }

    private void quantitiesFitTheStatus() {
        assertThat(licenses.products().isEmpty()).isEqualTo(licenses.status() == LicenseStatus.INACTIVE);
        licenses.products()
                .forEach((code, both) ->
                        assertThat(both.active()).as(code).isPositive().isGreaterThanOrEqualTo(both.next()));
    }

    private void statusFitsTheMonthPaidThrough() {
        YearMonth paidThrough = licenses.paidThrough();
        switch (licenses.status()) {
            case ACTIVE -> assertThat(paidThrough).isEqualTo(month);
            case EXPIRED -> assertThat(paidThrough).isEqualTo(month.minusMonths(1));
            case SUSPENDED -> assertThat(paidThrough).isBetween(month.minusMonths(1), month);
            case INACTIVE -> assertThat(paidThrough).isBefore(month);
        }
    }

    private void nothingLacksWhatItRequires() {
        licenses.products().forEach((code, both) -> {
            for (String required : catalog.existing(code).requires()) {
                assertThat(licenses.quantitiesOf(required).active())
                        .as("%s, which %s requires now", required, code)
                        .isPositive();
                assertThat(both.next() == 0 || licenses.quantitiesOf(required).next() > 0)
                        .as("%s has %s next month", code, required)
                        .isTrue();
            }
        });
    }

    /** Q7; another system may be there until the month ends. */
    private void theSystemIsTheOneOfNextMonth() {
        if (licenses.status() == LicenseStatus.INACTIVE) {
            return;
        }
        assertThat(licenses.quantitiesOf(licenses.system())).isEqualTo(new Quantities(1, 1));
        assertThat(systems())
                .filteredOn(code -> licenses.quantitiesOf(code).next() > 0)
                .containsExactly(licenses.system());
        assertThat(systems()).allMatch(code -> licenses.quantitiesOf(code).active() == 1);
    }

    private void everyAddOnFitsASystemThatIsThere() {
        licenses.products().forEach((code, both) -> {
            if (catalog.existing(code).isSystem()) {
                return;
            }
            List<String> eligible = catalog.existing(code).eligibleSystems();
            assertThat(systems()).as("systems now, for %s", code).anyMatch(eligible::contains);
            assertThat(both.next() == 0 || eligible.contains(licenses.system()))
                    .as("%s fits %s next month", code, licenses.system())
                    .isTrue();
        });
    }

    /** Q6: nothing is there that will not be renewed. */
    private void anUnpaidMonthHasOneNumberPerProduct() {
        if (!monthIsPaid()) {
            licenses.products()
                    .forEach((code, both) -> assertThat(both.active()).as(code).isEqualTo(both.next()));
        }
    }

    /** R7; in an unpaid month it waits for open charges of earlier months, and for nothing else. */
    private void aRenewalIsScheduledOnlyForWhoNeedsIt() {
        if (!licenses.renewalScheduled()) {
            return;
        }
        assertThat(licenses.renewalMethod()).isEqualTo(RenewalMethod.MANUAL);
        assertThat(licenses.cancelled()).isFalse();
        assertThat(licenses.status()).isNotEqualTo(LicenseStatus.INACTIVE);
        if (!monthIsPaid()) {
            assertThat(licenses.paidThrough()).isEqualTo(month.minusMonths(1));
            assertThat(licenses.openCharges()).anyMatch(charge -> charge.month().isBefore(month));
        }
    }

    /** R8. */
    private void aCancelledContractHasThePaidMonthLeft() {
        if (licenses.cancelled()) {
            assertThat(licenses.paidThrough()).isEqualTo(month);
            assertThat(licenses.status()).isIn(LicenseStatus.ACTIVE, LicenseStatus.SUSPENDED);
        }
    }

    /** G1, G5: at nothing a charge is settled. */
    private void whatIsOpenIsSomethingAndHasAnIdOfItsOwn() {
        assertThat(licenses.openCharges()).allMatch(charge -> charge.amountCents() > 0);
        assertThat(licenses.openCharges()).extracting(OpenCharge::chargeId).doesNotHaveDuplicates();
    }

    private List<String> systems() {
        return licenses.products().keySet().stream()
                .filter(code -> catalog.existing(code).isSystem())
                .toList();
    }
}
