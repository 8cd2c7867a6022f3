package dev.licenseflow.domain.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the products that, over any number of steps, require themselves (C3). */
final class RequirementCycles {

    private RequirementCycles() {}

    static List<CatalogFault> faults(CatalogVersion catalog) {
        Map<String, Product> byCode = catalog.byCode();
        List<CatalogFault> faults = new ArrayList<>();
        for (Product product : byCode.values().stream()
                .sorted((a, b) -> a.code().compareTo(b.code()))
                .toList()) {
            if (reachable(product, byCode).contains(product.code())) {
                faults.add(new CatalogFault(
                        CatalogFaultCode.CYCLIC_REQUIRES,
                        product.code(),
                        "it requires itself, directly or through others"));
            }
        }
        return faults;
    }

    private static Set<String> reachable(Product from, Map<String, Product> byCode) {
        Set<String> seen = new HashSet<>();
        List<String> waiting = new ArrayList<>(from.requires());
        while (!waiting.isEmpty()) {
            String code = waiting.remove(waiting.size() - 1);
            Product product = byCode.get(code);
            if (seen.add(code) && product != null) {
                waiting.addAll(product.requires());
            }
        }
        return seen;
    }
}
