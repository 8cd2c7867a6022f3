package dev.licenseflow.domain.engine;

import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.decision.Reason;
import dev.licenseflow.domain.license.LicenseStatus;
import dev.licenseflow.domain.reason.CustomerReasons;
import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.RenewalMethod;
import java.util.List;

/** Suspends and resumes a customer, changes how it renews, and transfers it (D7, D8, R1, R9). */
final class StatusRule {

    private StatusRule() {}

    static Ruling suspend(Situation situation) {
        return change(situation, LicenseStatus.ACTIVE, LicenseStatus.SUSPENDED);
    }

    static Ruling resume(Situation situation) {
        LicenseStatus after = situation.monthIsPaid() ? LicenseStatus.ACTIVE : LicenseStatus.EXPIRED;
        return change(situation, LicenseStatus.SUSPENDED, after);
    }

    /** It ends a scheduled renewal (R7). */
    static Ruling changeRenewalMethod(Situation situation, Command.ChangeRenewalMethod command) {
        RenewalMethod before = situation.licenses().renewalMethod();
        List<Reason> reasons = StandingCheck.revisionAndChannel(situation);
        StandingCheck.requireNotInactive(situation, reasons);
        StandingCheck.requireNotCancelled(situation, reasons);
        if (before == command.renewalMethod()) {
            reasons.add(CustomerReasons.noChange());
        }
        Effect changed = new Effect.RenewalMethodChanged(before, command.renewalMethod());
        return situation.unlessRejected(
                reasons,
                () -> situation.licenses().renewalScheduled()
                        ? situation.applied(changed, new Effect.RenewalScheduleChanged(false))
                        : situation.applied(changed));
    }

    /** To another partner (R9). */
    static Ruling transfer(Situation situation, String toPartnerId) {
        String before = situation.licenses().partnerId();
        List<Reason> reasons = StandingCheck.revisionAndChannel(situation);
        if (before.equals(toPartnerId)) {
            reasons.add(CustomerReasons.noChange());
        }
        return situation.unlessRejected(
                reasons, () -> situation.applied(new Effect.PartnerChanged(before, toPartnerId)));
    }

    private static Ruling change(Situation situation, LicenseStatus from, LicenseStatus to) {
        List<Reason> reasons = StandingCheck.revisionAndChannel(situation);
        StandingCheck.require(situation.licenses().status() == from, situation, from.name(), reasons);
        return situation.unlessRejected(reasons, () -> situation.applied(new Effect.StatusChanged(from, to)));
    }
}
