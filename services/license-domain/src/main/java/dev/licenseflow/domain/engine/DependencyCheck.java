package dev.licenseflow.domain.engine;

import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.catalog.Product;
import dev.licenseflow.domain.decision.Reason;
import dev.licenseflow.domain.license.Quantities;
import dev.licenseflow.domain.reason.LineReasons;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Judges whether every product has what it requires and fits the system, now and next month (Q3, Q7). Looking at {@code next} is enough: what
 * is there next month is there now as well, and nothing leaves before the month ends (Q2).
 */
final class DependencyCheck {

    private final SortedMap<String, Quantities> before;
    private final SortedMap<String, Quantities> after;
    private final CatalogVersion catalog;
    private final SortedMap<String, List<String>> missing = new TreeMap<>();
    private final SortedMap<String, List<String>> inUse = new TreeMap<>();
    private final List<Reason> misfits = new ArrayList<>();

    private DependencyCheck(
            SortedMap<String, Quantities> before, SortedMap<String, Quantities> after, CatalogVersion catalog) {
        this.before = before;
        this.after = after;
        this.catalog = catalog;
    }

    static List<Reason> reasons(
            SortedMap<String, Quantities> before,
            SortedMap<String, Quantities> after,
            String system,
            CatalogVersion catalog) {
        DependencyCheck check = new DependencyCheck(before, after, catalog);
        after.forEach(check::look);
        if (next(before, system) == 0) {
            after.forEach((product, quantities) -> check.fit(product, quantities, system));
        }
        return check.reasons();
    }

    /** An add-on that stays has to fit a system that is new. */
    private void fit(String code, Quantities quantities, String system) {
        Product product = catalog.existing(code);
        if (quantities.next() > 0 && !product.isSystem() && !product.isEligibleFor(system)) {
            misfits.add(LineReasons.notEligibleForSystem(product, system));
        }
    }

    private void look(String product, Quantities quantities) {
        if (quantities.next() == 0) {
            return;
        }
        for (String required : catalog.existing(product).requires()) {
            if (next(after, required) == 0) {
                blame(product, required);
            }
        }
    }

    /** A requirement that neither side of this request touched came with a later catalog and is left alone. */
    private void blame(String product, String required) {
        if (next(after, product) > next(before, product)) {
            missing.computeIfAbsent(product, any -> new ArrayList<>()).add(required);
        } else if (next(before, required) > 0) {
            inUse.computeIfAbsent(required, any -> new ArrayList<>()).add(product);
        }
    }

    private List<Reason> reasons() {
        List<Reason> all = new ArrayList<>(misfits);
        missing.forEach(
                (product, required) -> all.add(LineReasons.dependencyMissing(catalog.existing(product), required)));
        inUse.forEach((product, neededBy) -> all.add(LineReasons.dependencyInUse(catalog.existing(product), neededBy)));
        all.sort(Comparator.comparing(reason -> reason.product().orElse("")));
        return all;
    }

    private static int next(SortedMap<String, Quantities> products, String product) {
        return products.getOrDefault(product, Quantities.ZERO).next();
    }
}
