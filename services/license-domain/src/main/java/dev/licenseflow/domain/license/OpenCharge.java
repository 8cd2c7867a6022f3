package dev.licenseflow.domain.license;

import java.time.YearMonth;

/** A charge that billing has not settled yet, as far as renewal needs to know it (R2, R3). */
public record OpenCharge(String chargeId, String product, YearMonth month, long amountCents) {}
