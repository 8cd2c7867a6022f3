package dev.licenseflow.domain.engine;

import dev.licenseflow.domain.charge.ChargeKind;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.decision.Reason;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.license.LicenseStatus;
import dev.licenseflow.domain.reason.CustomerReasons;
import dev.licenseflow.domain.request.Command;
import java.util.List;

/** An inactive customer that owes nothing comes back with the same system, like a new one (R4). */
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
        List<Effect> effects = List.of(
                new Effect.StatusChanged(licenses.status(), LicenseStatus.ACTIVE),
                new Effect.MonthPaid(licenses.paidThrough(), situation.month()));
        return RegisterCustomerRule.start(
                situation, reasons, licenses.system(), command.items(), effects, ChargeKind.REACTIVATION);
    }
}
