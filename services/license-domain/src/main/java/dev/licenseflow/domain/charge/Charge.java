package dev.licenseflow.domain.charge;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A charge event for billing (G1).
 *
 * @param chargeId deterministic and unique over all customers; see {@link ChargeIds}
 * @param currency ISO 4217 code
 * @param month the month it is for
 * @param causeId the request or settlement that caused it, or the month whose begin did
 */
public record Charge(
        String chargeId,
        ChargeKind kind,
        String customerId,
        String partnerId,
        ChargeLine line,
        String currency,
        YearMonth month,
        String causeId,
        int catalogVersion) {

    /** The last day on which it can be settled before the renewal. */
    public LocalDate dueBy() {
        return month.atEndOfMonth();
    }
}
