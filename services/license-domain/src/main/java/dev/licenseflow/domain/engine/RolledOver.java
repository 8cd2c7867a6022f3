package dev.licenseflow.domain.engine;

import dev.licenseflow.domain.decision.Decided;
import dev.licenseflow.domain.license.CustomerLicenses;
import java.util.List;

/**
 * A customer brought up to a month (M2).
 *
 * @param closes the month closes that changed something, in order; they come before any decision of that month
 */
public record RolledOver(CustomerLicenses licenses, List<Decided> closes) {

    public RolledOver {
        closes = List.copyOf(closes);
    }
}
