package dev.licenseflow.billing.spring.web;

import dev.licenseflow.billing.settlement.SettlementOrder;
import dev.licenseflow.billing.settlement.SettlementService;
import dev.licenseflow.domain.request.SettlementOutcome;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks to be settled: either the charges named, or all open ones.
 *
 * @param month with {@code allOpen}: only charges of this month
 * @param outcome PAID unless said otherwise
 */
record SettlementRequest(
        @Nullable String customerId,
        @Nullable List<String> chargeIds,
        @Nullable Boolean allOpen,
        @Nullable YearMonth month,
        @Nullable SettlementOutcome outcome,
        @Nullable LocalDate paidOn) {

    /** The order, if the request makes sense. */
    SettlementOrder order() {
        String customer = customerId;
        if (customer == null || customer.isBlank()) {
            throw invalid("customerId is missing");
        }
        List<String> named =
                chargeIds == null ? List.of() : chargeIds.stream().distinct().toList();
        boolean all = Boolean.TRUE.equals(allOpen);
        if (all == !named.isEmpty()) {
            throw invalid("Either chargeIds or allOpen: true is needed, not both");
        }
        if (month != null && !all) {
            throw invalid("month goes with allOpen only");
        }
        if (named.size() > SettlementService.MAX_CHARGES) {
            throw invalid("At most " + SettlementService.MAX_CHARGES + " charges are settled at once");
        }
        return new SettlementOrder(
                customer,
                named,
                Optional.ofNullable(month),
                outcome == null ? SettlementOutcome.PAID : outcome,
                Optional.ofNullable(paidOn));
    }

    private static RequestProblem invalid(String detail) {
        return RequestProblem.badRequest("SETTLEMENT_INVALID", detail);
    }
}
