package dev.licenseflow.domain.engine;

import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.decision.Reason;
import dev.licenseflow.domain.license.LicenseStatus;
import dev.licenseflow.domain.reason.CustomerReasons;
import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.RenewalMethod;
import java.util.List;

/** Suspends and resumes a customer, and changes how it renews (D7, D8, R1). */
final class StatusRule {

    private StatusRule() {}

    static Ruling suspend(Situation situation) {
        return change(situation, LicenseStatus.ACTIVE, LicenseStatus.SUSPENDED);
    }

    static Ruling resume(Situation situation) {
        LicenseStatus after = situation.monthIsPaid() ? LicenseStatus.ACTIVE : LicenseStatus.EXPIRED;
        return change(situation, LicenseStatus.SUSPENDED, after);
    }

    static Ruling changeRenewalMethod(Situation situation, Command.ChangeRenewalMethod command) {
        RenewalMethod before = situation.licenses().renewalMethod();
        List<Reason> reasons = StandingCheck.revisionAndChannel(situation);
        boolean allowed = situation.licenses().status() != LicenseStatus.INACTIVE;
        StandingCheck.require(allowed, situation, "ACTIVE,EXPIRED,SUSPENDED", reasons);
        if (before == command.renewalMethod()) {
            reasons.add(CustomerReasons.noChange());
        }
        int version = situation.catalog().version();
        return reasons.isEmpty()
                ? Ruling.applied(
                        List.of(new Effect.RenewalMethodChanged(before, command.renewalMethod())), List.of(), version)
                : Ruling.rejected(reasons, version);
    }

    private static Ruling change(Situation situation, LicenseStatus from, LicenseStatus to) {
        List<Reason> reasons = StandingCheck.revisionAndChannel(situation);
        StandingCheck.require(situation.licenses().status() == from, situation, from.name(), reasons);
        int version = situation.catalog().version();
        return reasons.isEmpty()
                ? Ruling.applied(List.of(new Effect.StatusChanged(from, to)), List.of(), version)
                : Ruling.rejected(reasons, version);
    }
}
