package dev.licenseflow.billing.settlement;

import dev.licenseflow.domain.request.SettlementFacts;
import dev.licenseflow.domain.request.SettlementOutcome;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * What is to be settled: the named charges or, if none is named, all open charges of the customer.
 *
 * @param month if no charge is named: only charges of this month
 * @param paidOn the day on which the customer paid, if it is known
 * @param facts what is told for the record (rule G7); a waiver tells its reason
 */
public record SettlementOrder(
        String customerId,
        List<String> chargeIds,
        Optional<YearMonth> month,
        SettlementOutcome outcome,
        Optional<LocalDate> paidOn,
        SettlementFacts facts) {

    /** @throws IllegalArgumentException if it is a waiver without a reason */
    public SettlementOrder {
        chargeIds = List.copyOf(chargeIds);
        if (outcome == SettlementOutcome.WAIVED
                && facts.reason().filter(reason -> !reason.isBlank()).isEmpty()) {
            throw new IllegalArgumentException("A waiver needs a reason");
        }
    }

    /** Charges of a customer, paid on a day. */
    public static SettlementOrder paid(
            String customerId, List<String> chargeIds, LocalDate paidOn, SettlementFacts facts) {
        return new SettlementOrder(
                customerId, chargeIds, Optional.empty(), SettlementOutcome.PAID, Optional.of(paidOn), facts);
    }

    public boolean isAllOpen() {
        return chargeIds.isEmpty();
    }
}
