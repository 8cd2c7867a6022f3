package dev.licenseflow.domain.engine;

import dev.licenseflow.domain.decision.Reason;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.license.OpenCharge;
import dev.licenseflow.domain.reason.CustomerReasons;
import java.util.List;

/** Renews the current month on request, if nothing of earlier months is open (R3). */
final class RenewRule {

    private RenewRule() {}

    static Ruling judge(Situation situation) {
        CustomerLicenses licenses = situation.licenses();
        List<Reason> reasons = StandingCheck.revisionAndChannel(situation);
        StandingCheck.require(
                StandingCheck.allowsRenewal(situation), situation, "EXPIRED,SUSPENDED with the month unpaid", reasons);
        List<OpenCharge> outstanding = licenses.openChargesBefore(situation.month());
        if (!outstanding.isEmpty()) {
            reasons.add(CustomerReasons.outstandingCharges(outstanding));
        }
        int version = situation.catalog().version();
        if (!reasons.isEmpty()) {
            return Ruling.rejected(reasons, version);
        }
        Renewal renewal = Renewal.of(
                licenses,
                licenses.products(),
                situation.catalog(),
                situation.month(),
                situation.request().requestId(),
                situation.calendar());
        return situation.unlessRefused(
                Pricing.totalCents(renewal.lines()),
                () -> Ruling.applied(renewal.effects(), renewal.charges(), version));
    }
}
