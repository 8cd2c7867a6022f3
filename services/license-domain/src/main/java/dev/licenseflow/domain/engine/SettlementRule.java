package dev.licenseflow.domain.engine;

import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.decision.Outcome;
import dev.licenseflow.domain.decision.Reason;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.license.LicenseStatus;
import dev.licenseflow.domain.license.OpenCharge;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.domain.reason.CustomerReasons;
import dev.licenseflow.domain.reason.IdentityReasons;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.domain.request.Settlement;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Settles the open ones of the charges that billing names (G4), and renews who waited for the last of them (R2). */
record SettlementRule(CustomerLicenses licenses, CatalogVersion catalog, YearMonth month, BusinessCalendar calendar) {

    Ruling judge(Settlement settlement) {
        if (!licenses.isRegistered()) {
            return Ruling.rejected(
                    List.of(IdentityReasons.unknownCustomer(settlement.customerId())), catalog.version());
        }
        if (settlement.chargeIds().isEmpty()) {
            return Ruling.rejected(List.of(CustomerReasons.noChange()), catalog.version());
        }
        List<Reason> reasons = new ArrayList<>();
        List<Effect> effects = new ArrayList<>();
        for (String chargeId : new LinkedHashSet<>(settlement.chargeIds())) {
            Optional<OpenCharge> open = licenses.openCharge(chargeId);
            if (open.isPresent()) {
                effects.add(settled(open.get(), settlement));
            } else {
                reasons.add(CustomerReasons.chargeNotOpen(chargeId));
            }
        }
        if (effects.isEmpty()) {
            return Ruling.rejected(reasons, catalog.version());
        }
        List<Charge> charges = renewIfItWaited(effects, settlement);
        return new Ruling(Outcome.APPLIED, reasons, effects, charges, catalog.version());
    }

    private static Effect settled(OpenCharge charge, Settlement settlement) {
        return new Effect.ChargeSettled(
                charge.chargeId(), charge.product(), charge.month(), charge.amountCents(), settlement.outcome());
    }

    private List<Charge> renewIfItWaited(List<Effect> settled, Settlement settlement) {
        boolean waits = licenses.renewalMethod() == RenewalMethod.MANAGED_BILLING
                && licenses.status() != LicenseStatus.INACTIVE
                && licenses.paidThrough().isBefore(month);
        long openBefore = licenses.openChargesBefore(month).size();
        long settledBefore = settled.stream()
                .filter(effect -> ((Effect.ChargeSettled) effect).month().isBefore(month))
                .count();
        if (!waits || settledBefore < openBefore) {
            return List.of();
        }
        Renewal renewal =
                Renewal.of(licenses, licenses.products(), catalog, month, settlement.settlementId(), calendar);
        settled.addAll(renewal.effects());
        return renewal.charges();
    }
}
