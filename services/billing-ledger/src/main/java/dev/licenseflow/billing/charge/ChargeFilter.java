package dev.licenseflow.billing.charge;

import java.time.YearMonth;
import java.util.Optional;

/** Which charges are looked for; what is empty does not matter. */
public record ChargeFilter(
        Optional<String> partnerId,
        Optional<String> customerId,
        Optional<YearMonth> month,
        Optional<ChargeStatus> status,
        Optional<String> settlementId) {}
