package dev.licenseflow.domain.engine;

import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.catalog.Product;
import dev.licenseflow.domain.catalog.ProductStatus;
import dev.licenseflow.domain.decision.Reason;
import dev.licenseflow.domain.license.Quantities;
import dev.licenseflow.domain.reason.LineReasons;
import dev.licenseflow.domain.request.LicenseChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Judges each line of a request by itself (C4, D7, Q1, Q4).
 *
 * @param reasons everything wrong with the lines, sorted by product code
 * @param after the quantities that come of the lines; worth something only if there are no reasons
 */
record LineCheck(List<Reason> reasons, SortedMap<String, Quantities> after) {

    /** @param system the customer's system; empty if what was given is none, so that nothing is eligible for it */
    static LineCheck of(
            List<LicenseChange> lines,
            SortedMap<String, Quantities> before,
            Optional<String> system,
            CatalogVersion catalog) {
        SortedMap<String, LicenseChange> first = new TreeMap<>();
        TreeSet<String> repeated = new TreeSet<>();
        for (LicenseChange line : lines) {
            if (first.putIfAbsent(line.product(), line) != null) {
                repeated.add(line.product());
            }
        }
        List<Reason> reasons = new ArrayList<>();
        SortedMap<String, Quantities> after = new TreeMap<>(before);
        for (Map.Entry<String, LicenseChange> entry : first.entrySet()) {
            String product = entry.getKey();
            LicenseChange line = entry.getValue();
            if (repeated.contains(product)) {
                reasons.add(LineReasons.duplicateProduct(product));
            }
            Quantities quantities = before.getOrDefault(product, Quantities.ZERO);
            List<Reason> wrong = reasons(line, quantities.next(), system, catalog);
            reasons.addAll(wrong);
            if (wrong.isEmpty()) {
                after.put(product, quantities.withNext(Math.toIntExact(line.appliedTo(quantities.next()))));
            }
        }
        return new LineCheck(reasons, after);
    }

    /** The quantities that lines which were valid before make of others (K3). */
    static SortedMap<String, Quantities> applied(List<LicenseChange> lines, SortedMap<String, Quantities> before) {
        SortedMap<String, Quantities> after = new TreeMap<>(before);
        for (LicenseChange line : lines) {
            Quantities quantities = before.getOrDefault(line.product(), Quantities.ZERO);
            after.put(line.product(), quantities.withNext(Math.toIntExact(line.appliedTo(quantities.next()))));
        }
        return after;
    }

    private static List<Reason> reasons(LicenseChange line, int next, Optional<String> system, CatalogVersion catalog) {
        Optional<Product> found = catalog.product(line.product());
        if (found.isEmpty()) {
            return List.of(LineReasons.unknownProduct(line.product(), catalog.version()));
        }
        Product product = found.get();
        if (product.isSystem()) {
            return List.of(LineReasons.notAnAddOn(product));
        }
        if (product.status() == ProductStatus.DEDICATED_FLOW) {
            return List.of(LineReasons.dedicatedFlow(product));
        }
        return addOnReasons(line, next, system, product);
    }

    private static List<Reason> addOnReasons(LicenseChange line, int next, Optional<String> system, Product product) {
        List<Reason> reasons = new ArrayList<>();
        long changed = line.appliedTo(next);
        boolean raises = changed > next;
        if (raises && product.status() == ProductStatus.RETIRED) {
            reasons.add(LineReasons.notSellable(product));
        }
        if (raises && system.isPresent() && !product.isEligibleFor(system.get())) {
            reasons.add(LineReasons.notEligibleForSystem(product, system.get()));
        }
        if (!line.asksForEnough() || !product.quantity().allows(changed)) {
            reasons.add(LineReasons.quantityOutOfRange(line, product, next));
        }
        return reasons;
    }
}
