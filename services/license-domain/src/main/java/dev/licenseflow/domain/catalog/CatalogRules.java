package dev.licenseflow.domain.catalog;

import static dev.licenseflow.domain.catalog.CatalogFault.ofDocument;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Names every fault of a catalog version at once (C3), and the one of its publication (C2). */
public final class CatalogRules {

    /** The most products a version may have; with the bounds of {@link ProductRules} no sum of amounts overflows. */
    static final int MAX_PRODUCTS = 200;

    private CatalogRules() {}

    /** The faults of the document by itself and against the version before it, if there is one. */
    public static List<CatalogFault> faults(CatalogVersion catalog, Optional<CatalogVersion> previous) {
        List<CatalogFault> faults = new ArrayList<>();
        checkDocument(catalog, faults);
        ProductRules rules = new ProductRules(catalog);
        catalog.products().forEach(product -> faults.addAll(rules.faults(product)));
        faults.addAll(rules.cycles());
        checkSuccession(catalog, previous, faults);
        return List.copyOf(faults);
    }

    /** The fault of a version that became known too late; the very first version is exempt (C2). */
    public static Optional<CatalogFault> lateness(CatalogVersion catalog, Instant publishedAt, Duration publishMargin) {
        Instant latest = catalog.effectiveFrom().minus(publishMargin);
        if (catalog.version() == 1 || !publishedAt.isAfter(latest)) {
            return Optional.empty();
        }
        return Optional.of(ofDocument(
                CatalogFaultCode.PUBLISHED_TOO_LATE,
                "published at " + publishedAt + ", but it takes effect at " + catalog.effectiveFrom()
                        + " and has to be known by " + latest));
    }

    private static void checkDocument(CatalogVersion catalog, List<CatalogFault> faults) {
        if (!catalog.currency().matches("[A-Z]{3}")) {
            faults.add(ofDocument(
                    CatalogFaultCode.BAD_CURRENCY,
                    "the currency '" + catalog.currency() + "' is not an ISO 4217 code such as BRL"));
        }
        if (catalog.products().size() > MAX_PRODUCTS) {
            faults.add(ofDocument(
                    CatalogFaultCode.TOO_MANY_PRODUCTS,
                    catalog.products().size() + " products, at most " + MAX_PRODUCTS + " are allowed"));
        }
        Set<String> seen = new HashSet<>();
        Set<String> named = new HashSet<>();
        for (Product product : catalog.products()) {
            if (!seen.add(product.code()) && named.add(product.code())) {
                faults.add(new CatalogFault(
                        CatalogFaultCode.DUPLICATE_CODE, product.code(), "the code stands more than once"));
            }
        }
    }

    private static void checkSuccession(
            CatalogVersion catalog, Optional<CatalogVersion> previous, List<CatalogFault> faults) {
        int next = previous.map(CatalogVersion::version).orElse(0) + 1;
        if (catalog.version() != next) {
            faults.add(ofDocument(
                    CatalogFaultCode.VERSION_NOT_NEXT,
                    "the version is " + catalog.version() + ", the next one is " + next));
        }
        previous.ifPresent(before -> checkAgainst(before, catalog, faults));
    }

    private static void checkAgainst(CatalogVersion before, CatalogVersion catalog, List<CatalogFault> faults) {
        if (!catalog.effectiveFrom().isAfter(before.effectiveFrom())) {
            faults.add(ofDocument(
                    CatalogFaultCode.EFFECTIVE_DATE_NOT_AFTER,
                    "it takes effect at " + catalog.effectiveFrom() + ", not after version " + before.version() + " at "
                            + before.effectiveFrom()));
        }
        if (!catalog.currency().equals(before.currency())) {
            faults.add(ofDocument(
                    CatalogFaultCode.BAD_CURRENCY,
                    "the currency is " + catalog.currency() + ", the previous version's is " + before.currency()));
        }
        for (Product old : before.products()) {
            Optional<Product> now = catalog.product(old.code());
            if (now.isEmpty()) {
                faults.add(new CatalogFault(
                        CatalogFaultCode.PRODUCT_MISSING,
                        old.code(),
                        "version " + before.version() + " has it; retire it instead of leaving it out"));
            } else if (now.get().kind() != old.kind()) {
                faults.add(new CatalogFault(
                        CatalogFaultCode.KIND_CHANGED,
                        old.code(),
                        "it was " + old.kind() + " in version " + before.version() + " and is "
                                + now.get().kind()));
            }
        }
    }
}
