package dev.licenseflow.domain.engine;

import dev.licenseflow.domain.decision.Cause;
import dev.licenseflow.domain.decision.Decided;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.decision.Fold;
import dev.licenseflow.domain.license.CustomerLicenses;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/** Turns a ruling into a decision: the revision rises if anything that is shown has changed (D4). */
final class Conclusion {

    private Conclusion() {}

    /** @param month the one that the time given is in */
    static Decided of(
            Cause cause, String causeId, CustomerLicenses licenses, Ruling ruling, Instant at, YearMonth month) {
        List<Effect> effects = ruling.allEffects();
        CustomerLicenses after = Fold.of(licenses, effects, month);
        Decision decision = new Decision(
                cause,
                causeId,
                licenses.customerId(),
                ruling.outcome(),
                false,
                ruling.reasons(),
                effects,
                ruling.catalogVersion(),
                licenses.revision(),
                after.revision(),
                at);
        return new Decided(decision, ruling.charges(), after);
    }
}
