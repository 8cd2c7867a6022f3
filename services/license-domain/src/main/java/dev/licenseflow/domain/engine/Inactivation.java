package dev.licenseflow.domain.engine;

import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.license.LicenseStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a customer loses at INACTIVE: all quantities, a suspension, a scheduled renewal, a cancellation (R4, R7, R8). */
final class Inactivation {

    private Inactivation() {}

    /** @param at from when on it holds */
    static List<Effect> of(CustomerLicenses licenses, Instant at) {
        List<Effect> effects =
                new ArrayList<>(QuantityEffects.between(licenses.products(), Collections.emptySortedMap(), at, at));
        effects.add(new Effect.StatusChanged(licenses.status(), LicenseStatus.INACTIVE));
        if (licenses.renewalScheduled()) {
            effects.add(new Effect.RenewalScheduleChanged(false));
        }
        if (licenses.cancelled()) {
            effects.add(new Effect.CancellationChanged(false));
        }
        return effects;
    }
}
