package dev.licenseflow.domain.engine;

import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.decision.Reason;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.reason.CustomerReasons;
import java.util.ArrayList;
import java.util.List;

/** Ends the contract with what is paid, and undoes that in time (R8). */
final class CancelRule {

    private CancelRule() {}

    static Ruling cancel(Situation situation) {
        CustomerLicenses licenses = situation.licenses();
        List<Reason> reasons = StandingCheck.revisionAndChannel(situation);
        StandingCheck.requireNotInactive(situation, reasons);
        if (licenses.cancelled()) {
            reasons.add(CustomerReasons.noChange());
        }
        return situation.unlessRejected(
                reasons,
                () -> situation.applied(
                        situation.monthIsPaid()
                                ? withTheMonth(licenses)
                                : LicenseEffects.inactivation(licenses, situation.at()),
                        List.of()));
    }

    static Ruling withdraw(Situation situation) {
        List<Reason> reasons = StandingCheck.revisionAndChannel(situation);
        StandingCheck.requireNotInactive(situation, reasons);
        if (!situation.licenses().cancelled()) {
            reasons.add(CustomerReasons.noChange());
        }
        return situation.unlessRejected(reasons, () -> situation.applied(new Effect.CancellationChanged(false)));
    }

    private static List<Effect> withTheMonth(CustomerLicenses licenses) {
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.CancellationChanged(true));
        if (licenses.renewalScheduled()) {
            effects.add(new Effect.RenewalScheduleChanged(false));
        }
        return effects;
    }
}
