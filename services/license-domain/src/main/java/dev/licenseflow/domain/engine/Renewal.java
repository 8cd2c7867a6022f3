package dev.licenseflow.domain.engine;

import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.charge.ChargeIssue;
import dev.licenseflow.domain.charge.ChargeKind;
import dev.licenseflow.domain.charge.ChargeLine;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.license.LicenseStatus;
import dev.licenseflow.domain.license.Quantities;
import dev.licenseflow.domain.month.BusinessCalendar;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Pays a month in full: by the customer's request, at month close, or when the last open charge is settled (R2). One
 * charge per product, the system included; a suspension goes on.
 *
 * @param lines what it costs
 */
record Renewal(List<Effect> effects, List<ChargeLine> lines, List<Charge> charges) {

    /** @param products what the customer has in that month */
    static Renewal of(
            CustomerLicenses licenses,
            SortedMap<String, Quantities> products,
            CatalogVersion catalog,
            YearMonth month,
            String causeId,
            BusinessCalendar calendar) {
        List<ChargeLine> lines = new Pricing(catalog, calendar).fullMonth(products, month);
        ChargeIssue issue = new ChargeIssue(
                ChargeKind.RENEWAL,
                licenses.customerId(),
                licenses.partnerId(),
                "",
                catalog.currency(),
                month,
                causeId,
                catalog.version(),
                Optional.empty());
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.MonthPaid(licenses.paidThrough(), month));
        if (licenses.status() == LicenseStatus.EXPIRED) {
            effects.add(new Effect.StatusChanged(LicenseStatus.EXPIRED, LicenseStatus.ACTIVE));
        }
        if (licenses.renewalScheduled()) {
            effects.add(new Effect.RenewalScheduleChanged(false));
        }
        return new Renewal(effects, lines, issue.charges(lines));
    }
}
