package dev.licenseflow.billing.settlement;

import dev.licenseflow.domain.request.SettlementOutcome;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * What is to be settled: the named charges or, if none is named, all open charges of the customer.
 *
 * @param month if no charge is named: only charges of this month
 * @param paidOn when the customer paid, if it is known
 */
public record SettlementOrder(
        String customerId,
        List<String> chargeIds,
        Optional<YearMonth> month,
        SettlementOutcome outcome,
        Optional<LocalDate> paidOn) {

    public SettlementOrder {
        chargeIds = List.copyOf(chargeIds);
    }

    /** One charge, paid on a day. */
    public static SettlementOrder paid(String customerId, String chargeId, LocalDate paidOn) {
        return new SettlementOrder(
                customerId, List.of(chargeId), Optional.empty(), SettlementOutcome.PAID, Optional.of(paidOn));
    }

    public boolean isAllOpen() {
        return chargeIds.isEmpty();
    }
}
