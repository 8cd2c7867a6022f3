package dev.licenseflow.billing.spring.web;

import dev.licenseflow.billing.settlement.SettlementOrder;
import dev.licenseflow.billing.settlement.SettlementService;
import dev.licenseflow.domain.request.SettlementFacts;
import dev.licenseflow.domain.request.SettlementOutcome;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
        Optional<LocalDate> paidOn,

        @Schema(description = "When the money was received; this and what follows is for the record (rule G7)")
        Optional<Instant> paidAt,

        @Schema(description = "The amount received, in cents", minimum = "0")
        Optional<Long> receivedCents,

        @Schema(description = "How it was paid, such as pix", maxLength = SHORT)
        Optional<String> method,

        @Schema(description = "What the bank or the payment provider calls the payment", maxLength = SHORT)
        Optional<String> reference,

        @Schema(description = "Who settles it, an id without a name", maxLength = SHORT)
        Optional<String> settledBy,

        @Schema(description = "Why it is waived; needed for WAIVED. No personal data", maxLength = LONG)
        Optional<String> reason) {

    private static final int SHORT = 128;
    private static final int LONG = 500;

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
        SettlementOutcome how = outcome.orElse(SettlementOutcome.PAID);
        if (how == SettlementOutcome.WAIVED
                && reason.filter(text -> !text.isBlank()).isEmpty()) {
            throw LedgerProblems.unprocessable("REASON_MISSING", "A waiver needs a reason");
        }
        return new SettlementOrder(customer, named, month, how, paidOn, facts());
    }

    private SettlementFacts facts() {
        if (receivedCents.orElse(0L) < 0) {
            throw invalid("receivedCents is negative");
        }
        try {
            return new SettlementFacts(
                    paidAt.map(at -> at.truncatedTo(ChronoUnit.MILLIS)),
                    receivedCents.map(OptionalLong::of).orElse(OptionalLong.empty()),
                    method,
                    reference,
                    settledBy,
                    reason);
        } catch (IllegalArgumentException beyondBounds) {
            throw invalid(String.valueOf(beyondBounds.getMessage()));
        }
    }

    private static ErrorResponseException invalid(String detail) {
        return LedgerProblems.badRequest("SETTLEMENT_INVALID", detail);
    }
}
