package dev.licenseflow.domain.engine;

import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.license.Quantities;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;

/** What separates two sets of quantities, product by product in the order of their codes (D7). */
final class QuantityEffects {

    private QuantityEffects() {}

    /**
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
}
