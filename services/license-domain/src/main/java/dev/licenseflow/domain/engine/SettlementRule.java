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
import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.domain.request.SettlementOutcome;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Settles the open ones of the charges that billing names (G4), and renews who waited for the last of them (R2). */
record SettlementRule(CustomerLicenses licenses, CatalogVersion catalog, YearMonth month, BusinessCalendar calendar) {

    Ruling judge(Settlement settlement) {
        if (!licenses.isRegistered()) {
            return rejected(List.of(IdentityReasons.unknownCustomer(settlement.customerId())));
        }
        if (settlement.chargeIds().isEmpty()) {
            return rejected(List.of(CustomerReasons.noChange()));
        }
        List<Reason> reasons = new ArrayList<>();
        List<OpenCharge> settled = new ArrayList<>();
        for (String chargeId : new LinkedHashSet<>(settlement.chargeIds())) {
            licenses.openCharge(chargeId)
                    .ifPresentOrElse(settled::add, () -> reasons.add(CustomerReasons.chargeNotOpen(chargeId)));
        }
        if (settled.isEmpty()) {
            return rejected(reasons);
        }
        List<Effect> effects = new ArrayList<>();
        settled.forEach(charge -> effects.add(settled(charge, settlement.outcome())));
        Optional<Renewal> renewal =
                renewalAfter(licenses, settled, catalog, settlement.settlementId(), month, calendar);
        renewal.ifPresent(renewed -> effects.addAll(renewed.effects()));
        List<Charge> charges = renewal.map(Renewal::charges).orElse(List.of());
        return new Ruling(Outcome.APPLIED, reasons, effects, charges, catalog.version());
    }

    private Ruling rejected(List<Reason> reasons) {
        return Ruling.rejected(reasons, catalog.version());
    }

    static Effect settled(OpenCharge charge, SettlementOutcome outcome) {
        return new Effect.ChargeSettled(
                charge.chargeId(), charge.product(), charge.month(), charge.amountCents(), outcome);
    }

    /** The renewal of a customer who waited for the last open charge of earlier months, once it is settled (R2, R7). */
    static Optional<Renewal> renewalAfter(
            CustomerLicenses licenses,
            List<OpenCharge> settled,
            CatalogVersion catalog,
            String causeId,
            YearMonth month,
            BusinessCalendar calendar) {
        boolean waits = licenses.renewsByItself()
                && licenses.status() != LicenseStatus.INACTIVE
                && licenses.paidThrough().isBefore(month);
        long openBefore = licenses.openChargesBefore(month).size();
        long settledBefore = settled.stream()
                .filter(charge -> charge.month().isBefore(month))
                .count();
        return !waits || settledBefore == 0 || settledBefore < openBefore
                ? Optional.empty()
                : Optional.of(Renewal.of(licenses, licenses.products(), catalog, month, causeId, calendar));
    }
}
