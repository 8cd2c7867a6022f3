package dev.licenseflow.domain.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The faults of one product within its catalog version (C3). */
final class ProductRules {

    /** Ten million in a currency of cents: price × quantity × days stays far below 2^63. */
    static final long MAX_PRICE_CENTS = 1_000_000_000L;

    static final int MAX_QUANTITY = 100_000;
    private static final int MAX_CODE_LENGTH = 64;

    private final SortedMap<String, Product> byCode = new TreeMap<>();

    ProductRules(CatalogVersion catalog) {
        catalog.products().forEach(product -> byCode.putIfAbsent(product.code(), product));
    }

    List<CatalogFault> faults(Product product) {
        Faults faults = new Faults(product.code());
        checkCode(product, faults);
        checkQuantity(product, faults);
        checkPrice(product, faults);
        if (product.isSystem()) {
            checkSystem(product, faults);
        } else {
            checkSystems(product, faults);
            checkRequirements(product, faults);
        }
        return faults.found;
    }

    /** The faults of products that, over any number of steps, require themselves. */
    List<CatalogFault> cycles() {
        return byCode.values().stream()
                .filter(product -> required(product).contains(product.code()))
                .map(product -> new CatalogFault(
                        CatalogFaultCode.CYCLIC_REQUIRES,
                        product.code(),
                        "it requires itself, directly or through others"))
                .toList();
    }

    private Set<String> required(Product by) {
        Set<String> seen = new HashSet<>();
        List<String> waiting = new ArrayList<>(by.requires());
        while (!waiting.isEmpty()) {
            String code = waiting.remove(waiting.size() - 1);
            Product product = byCode.get(code);
            if (seen.add(code) && product != null) {
                waiting.addAll(product.requires());
            }
        }
        return seen;
    }

    private static void checkCode(Product product, Faults faults) {
        if (!product.code().matches("[a-z0-9]+(-[a-z0-9]+)*") || product.code().length() > MAX_CODE_LENGTH) {
            faults.add(
                    CatalogFaultCode.MALFORMED_CODE,
                    "a code is made of lower-case letters, digits and single hyphens, at most " + MAX_CODE_LENGTH);
        }
    }

    private static void checkQuantity(Product product, Faults faults) {
        QuantityRange range = product.quantity();
        if (range.min() > range.max()) {
            faults.add(CatalogFaultCode.MIN_ABOVE_MAX, "min " + range.min() + " is above max " + range.max());
        }
        if (range.min() < 0 || range.max() < 1 || range.max() > MAX_QUANTITY) {
            faults.add(
                    CatalogFaultCode.QUANTITY_OUT_OF_BOUNDS,
                    "min " + range.min() + " and max " + range.max() + " have to lie within 0 and " + MAX_QUANTITY
                            + ", and max is at least 1");
        }
    }

    private static void checkPrice(Product product, Faults faults) {
        if (product.monthlyPriceCents() < 0) {
            faults.add(CatalogFaultCode.NEGATIVE_PRICE, "the price is " + product.monthlyPriceCents() + " cents");
        }
        if (product.monthlyPriceCents() > MAX_PRICE_CENTS) {
            faults.add(
                    CatalogFaultCode.PRICE_OUT_OF_BOUNDS,
                    "the price is " + product.monthlyPriceCents() + " cents, at most " + MAX_PRICE_CENTS
                            + " are allowed");
        }
    }

    private static void checkSystem(Product system, Faults faults) {
        if (!system.eligibleSystems().isEmpty() || !system.requires().isEmpty()) {
            faults.add(CatalogFaultCode.SYSTEM_NOT_PLAIN, "a system has no eligibleSystems and no requires");
        }
        if (system.quantity().min() > 1 || system.quantity().max() != 1) {
            faults.add(CatalogFaultCode.SYSTEM_NOT_PLAIN, "a customer has exactly one of a system: max has to be 1");
        }
    }

    private void checkSystems(Product product, Faults faults) {
        if (product.eligibleSystems().isEmpty()) {
            faults.add(CatalogFaultCode.NO_ELIGIBLE_SYSTEM, "no system can use it: eligibleSystems is empty");
        }
        for (String system : product.eligibleSystems()) {
            Product found = byCode.get(system);
            if (found == null || !found.isSystem()) {
                faults.add(CatalogFaultCode.UNKNOWN_SYSTEM, "eligibleSystems names '" + system + "', which is none");
            }
        }
    }

    private void checkRequirements(Product product, Faults faults) {
        for (String code : product.requires()) {
            Product required = byCode.get(code);
            if (required == null) {
                faults.add(CatalogFaultCode.UNKNOWN_REQUIRES, "requires '" + code + "', which is not in the catalog");
            } else if (required.isSystem()) {
                faults.add(
                        CatalogFaultCode.REQUIRES_NO_ADD_ON,
                        "requires '" + code + "', a system: say so in eligibleSystems");
            } else {
                checkEligibility(product, required, faults);
                checkSale(product, required, faults);
            }
        }
    }

    private static void checkSale(Product product, Product required, Faults faults) {
        if (product.status() == ProductStatus.SELLABLE && required.status() == ProductStatus.RETIRED) {
            faults.add(
                    CatalogFaultCode.REQUIRES_RETIRED,
                    "requires '" + required.code() + "', which is retired, so nobody could contract it");
        }
    }

    private static void checkEligibility(Product product, Product required, Faults faults) {
        for (String system : product.eligibleSystems()) {
            if (!required.isEligibleFor(system)) {
                faults.add(
                        CatalogFaultCode.REQUIRED_NOT_ELIGIBLE,
                        "requires '" + required.code() + "', which is not eligible for '" + system + "'");
            }
        }
    }

    private static final class Faults {
        private final String product;
        private final List<CatalogFault> found = new ArrayList<>();

        Faults(String product) {
            this.product = product;
        }

        void add(CatalogFaultCode code, String message) {
            found.add(new CatalogFault(code, product, message));
        }
    }
}
