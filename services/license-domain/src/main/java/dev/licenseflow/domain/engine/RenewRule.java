package dev.licenseflow.domain.engine;

import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.decision.Reason;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.license.OpenCharge;
import dev.licenseflow.domain.reason.CustomerReasons;
import dev.licenseflow.domain.request.RenewalMethod;
import java.util.List;

/** Renews the current month on request, if nothing of earlier months is open (R3), or the next one ahead (R7). */
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
        if (!reasons.isEmpty()) {
            return situation.rejected(reasons);
        }
        Renewal renewal = Renewal.of(
                licenses,
                licenses.products(),
                situation.catalog(),
                situation.month(),
                situation.request().requestId(),
                situation.calendar());
        return situation.unlessRefused(
                Pricing.totalCents(renewal.lines()), () -> situation.applied(renewal.effects(), renewal.charges()));
    }

    /** Ahead, for a customer who renews by hand: the next month close renews it, this once (R7). */
    static Ruling schedule(Situation situation) {
        CustomerLicenses licenses = situation.licenses();
        List<Reason> reasons = scheduling(situation);
        StandingCheck.requireNotCancelled(situation, reasons);
        if (licenses.renewalScheduled() || licenses.renewalMethod() == RenewalMethod.MANAGED_BILLING) {
            reasons.add(CustomerReasons.noChange());
        }
        return situation.unlessRejected(reasons, () -> situation.applied(new Effect.RenewalScheduleChanged(true)));
    }

    static Ruling unschedule(Situation situation) {
        List<Reason> reasons = scheduling(situation);
        if (!situation.licenses().renewalScheduled()) {
            reasons.add(CustomerReasons.noChange());
        }
        return situation.unlessRejected(reasons, () -> situation.applied(new Effect.RenewalScheduleChanged(false)));
    }

    private static List<Reason> scheduling(Situation situation) {
        List<Reason> reasons = StandingCheck.revisionAndChannel(situation);
        StandingCheck.requireMonthPaid(situation, reasons);
        return reasons;
    }
}
