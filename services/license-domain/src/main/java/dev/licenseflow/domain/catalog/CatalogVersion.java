package dev.licenseflow.domain.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One version of the catalog, a whole document (C1). It may be invalid: {@link CatalogRules} tells, and only a valid
 * one enters a {@link CatalogHistory}.
 *
 * @param version 1, 2, …; 0 only in {@link #NONE}
 * @param effectiveFrom requests appended at or after this instant are decided by it, until the next version
 * @param currency ISO 4217 code of all prices
 * @param author an opaque id of who wrote it (L3)
 * @param note what it changes and why, for people
 */
public record CatalogVersion(
        int version,
        Instant effectiveFrom,
        String currency,
        List<Product> products,
        Optional<String> author,
        Optional<String> note) {

    /** What is in force before the first version: nothing is known, so nothing can be contracted. */
    public static final CatalogVersion NONE = new CatalogVersion(0, Instant.EPOCH, "XXX", List.of());

    /** A version without a word on who wrote it and why. */
    public CatalogVersion(int version, Instant effectiveFrom, String currency, List<Product> products) {
        this(version, effectiveFrom, currency, products, Optional.empty(), Optional.empty());
    }

    public CatalogVersion {
        products = List.copyOf(products);
    }

    public Optional<Product> product(String code) {
        for (Product product : products) {
            if (product.code().equals(code)) {
                return Optional.of(product);
            }
        }
        return Optional.empty();
    }

    /**
     * The product of that code, which a customer already has: no version may drop a product (C3).
     *
     * @throws IllegalStateException if this version does not know it
     */
    public Product existing(String code) {
        return product(code)
                .orElseThrow(() -> new IllegalStateException(
                        "Catalog version " + version + " lacks the product " + code + ", which a customer has"));
    }
}
