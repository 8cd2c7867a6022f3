package dev.licenseflow.billing.charge;

import java.time.Instant;
import java.util.Optional;

/**
 * By what a charge is being settled, or was.
 *
 * @param outcome PAID or WAIVED
 * @param settledAt the time of the processor's decision; empty while there is none
 */
public record ChargeSettling(String settlementId, String outcome, Optional<Instant> settledAt) {}
