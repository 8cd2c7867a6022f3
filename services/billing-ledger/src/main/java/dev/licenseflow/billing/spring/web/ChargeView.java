package dev.licenseflow.billing.spring.web;

import dev.licenseflow.billing.charge.LedgerCharge;
import dev.licenseflow.billing.charge.LedgerCharge.ChargeSettling;
import dev.licenseflow.billing.charge.LedgerCharge.ChargeStatus;
import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.charge.ChargeKind;
import dev.licenseflow.domain.request.SettlementOutcome;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** A charge in the form of the API. */
@Schema(name = "Charge", description = "A charge with its state in the ledger")
record ChargeView(
        String chargeId,
        ChargeKind kind,
        String customerId,
        String partnerId,
        String product,
        int quantity,
        long unitPriceCents,
        int daysCharged,
        int daysInMonth,
        long amountCents,
        String currency,
        YearMonth month,
        LocalDate dueBy,
        String causeId,
        int catalogVersion,
        Optional<LocalDate> periodFrom,

        @Schema(description = "With periodFrom: the days charged for; absent for CREDIT and CORRECTION")
        Optional<LocalDate> periodThrough,

        @Schema(description = "The charge that this one lowers or puts right")
        Optional<String> corrects,

        @Schema(description = "The amount with the credits that lower it, settled or not; 0 for a CREDIT")
        long owedCents,

        ChargeStatus status,
        Optional<String> settlementId,
        Optional<SettlementOutcome> outcome,
        Optional<Instant> settledAt) {

    static ChargeView of(LedgerCharge entry) {
        Charge charge = entry.charge();
        return new ChargeView(
                charge.chargeId(),
                charge.kind(),
                charge.customerId(),
                charge.partnerId(),
                charge.line().product(),
                charge.line().quantity(),
                charge.line().unitPriceCents(),
                charge.line().daysCharged(),
                charge.line().daysInMonth(),
                charge.line().amountCents(),
                charge.currency(),
                charge.month(),
                charge.dueBy(),
                charge.causeId(),
                charge.catalogVersion(),
                charge.periodFrom(),
                charge.periodThrough(),
                charge.corrects(),
                entry.owedCents(),
                entry.status(),
                entry.settling().map(ChargeSettling::settlementId),
                entry.settling().map(ChargeSettling::outcome),
                entry.settling().flatMap(ChargeSettling::settledAt));
    }
}
