package dev.licenseflow.processor.processor;

import dev.licenseflow.domain.month.BusinessCalendar;
import java.time.Duration;

/**
 * What an operator may choose about the processing itself.
 *
 * @param calendar the business zone (T2); the same on every instance, and never changed once there are decisions
 * @param publishMargin how long before it takes effect a catalog version has to be known (C2)
 * @param sweepInterval how often the month close is given a turn
 * @param sweepCustomers the most customers that one turn looks at (M4)
 * @param sweepBudget the most time that one turn takes (M4)
 */
public record ProcessorSettings(
        BusinessCalendar calendar,
        Duration publishMargin,
        Duration sweepInterval,
        int sweepCustomers,
        Duration sweepBudget) {

    /** Right for a live system: requests wait at most a sweep budget, and a million customers close within minutes. */
    public static final ProcessorSettings DEFAULT = new ProcessorSettings(
            BusinessCalendar.SAO_PAULO, Duration.ofMinutes(1), Duration.ofMillis(100), 1_000, Duration.ofMillis(50));

    public ProcessorSettings {
        if (sweepInterval.isNegative() || sweepInterval.isZero()) {
            throw new IllegalArgumentException("The sweep interval has to be positive: " + sweepInterval);
        }
        if (sweepCustomers < 1) {
            throw new IllegalArgumentException("A sweep's turn has to look at one customer at least");
        }
    }

    /** The same in another business zone. */
    public ProcessorSettings in(BusinessCalendar other) {
        return new ProcessorSettings(other, publishMargin, sweepInterval, sweepCustomers, sweepBudget);
    }
}
