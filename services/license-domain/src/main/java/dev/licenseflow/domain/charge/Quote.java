package dev.licenseflow.domain.charge;

import dev.licenseflow.domain.request.LicenseChange;
import java.time.Instant;
import java.util.List;

/**
 * The price of a change that nobody has agreed to yet (K1).
 *
 * @param quoteId the id of the request that asked
 * @param lines what is released at once, sorted by product code
 * @param totalCents sum of the lines, in cents
 * @param monthlyTotalCents what the customer will pay for each full month from the next one on, system included
 * @param validUntil from this instant on it can no longer be confirmed
 * @param changes what was asked, sorted by product code
 * @param catalogVersion the version that gave the prices
 */
public record Quote(
        String quoteId,
        List<ChargeLine> lines,
        long totalCents,
        long monthlyTotalCents,
        Instant validUntil,
        List<LicenseChange> changes,
        int catalogVersion) {

    public Quote {
        lines = List.copyOf(lines);
        changes = List.copyOf(changes);
    }
}
