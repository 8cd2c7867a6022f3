package dev.licenseflow.domain.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.decision.Cause;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.license.LicenseStatus;
import dev.licenseflow.domain.request.RenewalMethod;
import java.time.YearMonth;
import java.util.Optional;

/**
 * When a customer is renewed, and when its contract ends.
 *
 * @param month the one of the decision
 */
record RenewalInvariants(CustomerLicenses before, CustomerLicenses after, Decision decision, YearMonth month) {

    void check() {
        aMonthClosesByTheStateOfTheCustomer();
        theLastOpenChargeOfEarlierMonthsRenews();
        aRenewalOrAnotherMethodEndsTheSchedule();
    }

    /** M1, R1, R2, R7, R8. */
    private void aMonthClosesByTheStateOfTheCustomer() {
        if (decision.cause() != Cause.MONTH_CLOSE) {
            return;
        }
        boolean owes = owesOfEarlierMonths(before);
        boolean wantsToRenew = before.renewalMethod() == RenewalMethod.MANAGED_BILLING || before.renewalScheduled();
        boolean renews = wantsToRenew && !owes && !before.cancelled();
        boolean ends = before.cancelled()
                || (!renews && before.paidThrough().plusMonths(1).isBefore(month));
        LicenseStatus unlessSuspended = renews ? LicenseStatus.ACTIVE : LicenseStatus.EXPIRED;
        LicenseStatus goesOn = before.status() == LicenseStatus.SUSPENDED ? LicenseStatus.SUSPENDED : unlessSuspended;
        assertThat(after.status()).isEqualTo(ends ? LicenseStatus.INACTIVE : goesOn);
        assertThat(after.paidThrough()).isEqualTo(renews ? month : before.paidThrough());
        assertThat(after.renewalScheduled()).isEqualTo(before.renewalScheduled() && !renews && !ends);
        assertThat(after.cancelled()).isFalse();
    }

    /** Settled, or lowered to nothing (R2, R7, G5). */
    private void theLastOpenChargeOfEarlierMonthsRenews() {
        boolean adjusts = decision.requester().command().equals(Optional.of("AdjustCharge"));
        if (!adjusts && decision.cause() != Cause.SETTLEMENT) {
            return;
        }
        boolean waits = before.status() != LicenseStatus.INACTIVE
                && before.paidThrough().isBefore(month)
                && (before.renewalMethod() == RenewalMethod.MANAGED_BILLING || before.renewalScheduled())
                && owesOfEarlierMonths(before);
        boolean renews = waits && !owesOfEarlierMonths(after);
        assertThat(after.paidThrough()).isEqualTo(renews ? month : before.paidThrough());
    }

    /** R7. */
    private void aRenewalOrAnotherMethodEndsTheSchedule() {
        boolean ends = decision.effects().stream()
                .anyMatch(
                        effect -> effect instanceof Effect.MonthPaid || effect instanceof Effect.RenewalMethodChanged);
        assertThat(ends && after.renewalScheduled()).isFalse();
    }

    private boolean owesOfEarlierMonths(CustomerLicenses licenses) {
        return licenses.openCharges().stream().anyMatch(charge -> charge.month().isBefore(month));
    }
}
