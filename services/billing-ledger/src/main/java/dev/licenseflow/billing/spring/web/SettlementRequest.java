package dev.licenseflow.billing.spring.web;

import dev.licenseflow.billing.settlement.SettlementOrder;
import dev.licenseflow.billing.settlement.SettlementService;
import dev.licenseflow.domain.request.SettlementOutcome;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.web.ErrorResponseException;

/** A client's order for a settlement. */
@Schema(description = "Either chargeIds or allOpen", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record SettlementRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<String> customerId,

        @ArraySchema(minItems = 1, maxItems = SettlementService.MAX_CHARGES)
        Optional<List<String>> chargeIds,

        @Schema(description = "All open charges of the customer")
        Optional<Boolean> allOpen,

        @Schema(description = "With allOpen: only charges of this month")
        Optional<YearMonth> month,

        @Schema(defaultValue = "PAID") Optional<SettlementOutcome> outcome,
        Optional<LocalDate> paidOn) {

    /** The order, if the request is valid. */
    SettlementOrder order() {
        String customer = customerId.filter(id -> !id.isBlank()).orElseThrow(() -> invalid("customerId is missing"));
        List<String> named = chargeIds.orElse(List.of()).stream().distinct().toList();
        boolean all = allOpen.orElse(false);
        if (all == !named.isEmpty()) {
            throw invalid("Either chargeIds or allOpen: true is needed, not both");
        }
        if (month.isPresent() && !all) {
            throw invalid("month goes with allOpen only");
        }
        if (named.size() > SettlementService.MAX_CHARGES) {
            throw invalid("At most " + SettlementService.MAX_CHARGES + " charges are settled at once");
        }
        return new SettlementOrder(customer, named, month, outcome.orElse(SettlementOutcome.PAID), paidOn);
    }

    private static ErrorResponseException invalid(String detail) {
        return LedgerProblems.badRequest("SETTLEMENT_INVALID", detail);
    }
}
