package dev.licenseflow.domain.engine;

import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.license.LicenseStatus;
import dev.licenseflow.domain.license.Quantities;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;

/** Effects that several rules have. */
final class LicenseEffects {

    private LicenseEffects() {}

    /**
     * What separates two sets of quantities, product by product in the order of their codes (D7).
     *
     * @param now when an increase of what is available counts from (Q2)
     * @param later when a change of {@code next} alone counts from
     */
    static List<Effect> between(
            SortedMap<String, Quantities> before, SortedMap<String, Quantities> after, Instant now, Instant later) {
        TreeSet<String> products = new TreeSet<>(before.keySet());
        products.addAll(after.keySet());
        List<Effect> effects = new ArrayList<>();
        for (String product : products) {
            Quantities old = before.getOrDefault(product, Quantities.ZERO);
            Quantities changed = after.getOrDefault(product, Quantities.ZERO);
            if (!changed.equals(old)) {
                Instant effectiveFrom = changed.active() == old.active() ? later : now;
                effects.add(new Effect.QuantityChanged(product, old, changed, effectiveFrom));
            }
        }
        return effects;
    }

    /**
     * What a customer loses at INACTIVE: all quantities, a suspension, a scheduled renewal, a cancellation (R4, R7, R8).
     *
     * @param at from when on it holds
     */
    static List<Effect> inactivation(CustomerLicenses licenses, Instant at) {
        List<Effect> effects = new ArrayList<>(between(licenses.products(), Collections.emptySortedMap(), at, at));
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
