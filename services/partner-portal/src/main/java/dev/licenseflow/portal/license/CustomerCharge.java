package dev.licenseflow.portal.license;

import dev.licenseflow.domain.charge.Charge;
import java.time.Instant;
import java.util.Optional;

/**
 * A charge of a customer.
 *
 * @param settledAt empty while it is open
 */
public record CustomerCharge(Charge charge, Optional<Instant> settledAt) {}
