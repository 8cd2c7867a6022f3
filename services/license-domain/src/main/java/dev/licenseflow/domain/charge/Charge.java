package dev.licenseflow.domain.charge;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A charge event for billing (G1).
 *
 * @param chargeId deterministic and unique over all customers; see {@link ChargeIds}
 * @param currency ISO 4217 code
 * @param month the month it is for
 * @param causeId the request or settlement that caused it, or the month whose begin did
 * @param quoteId the confirmed quote that the amount is from (K3)
 * @param corrects the earlier charge that this one lowers or puts right (G5, G6)
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
        int catalogVersion,
        Optional<String> quoteId,
        Optional<String> corrects) {

    /** The first day charged for; empty if it is not for days. */
    public Optional<LocalDate> periodFrom() {
        return periodThrough().map(last -> last.minusDays(line.daysCharged() - 1L));
    }

    /** The last day charged for: the month's, since what is contracted stays to its end; empty if it is not for days. */
    public Optional<LocalDate> periodThrough() {
        return line.daysCharged() == 0 ? Optional.empty() : Optional.of(month.atEndOfMonth());
    }

    /** The last day on which it can be settled before the renewal. */
    public LocalDate dueBy() {
        return month.atEndOfMonth();
    }
}
