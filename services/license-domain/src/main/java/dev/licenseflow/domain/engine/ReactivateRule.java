package dev.licenseflow.domain.engine;

import dev.licenseflow.domain.charge.ChargeKind;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.decision.Reason;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.license.LicenseStatus;
import dev.licenseflow.domain.reason.CustomerReasons;
import dev.licenseflow.domain.request.Command;
import java.util.ArrayList;
import java.util.List;

/** An inactive customer that owes nothing comes back, like a new one (R4, R9). */
final class ReactivateRule {

    private ReactivateRule() {}

    static Ruling judge(Situation situation, Command.Reactivate command) {
        CustomerLicenses licenses = situation.licenses();
        List<Reason> reasons = StandingCheck.revisionAndChannel(situation);
        boolean inactive = licenses.status() == LicenseStatus.INACTIVE;
        StandingCheck.require(inactive, situation, LicenseStatus.INACTIVE.name(), reasons);
        if (!licenses.openCharges().isEmpty()) {
            reasons.add(CustomerReasons.outstandingCharges(licenses.openCharges()));
        }
        String system = command.system().orElse(licenses.system());
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.StatusChanged(licenses.status(), LicenseStatus.ACTIVE));
        effects.add(new Effect.MonthPaid(licenses.paidThrough(), situation.month()));
        if (!system.equals(licenses.system())) {
            effects.add(new Effect.SystemChanged(licenses.system(), system));
        }
        return RegisterCustomerRule.start(
                situation, reasons, system, command.items(), effects, ChargeKind.REACTIVATION);
    }
}
