package dev.licenseflow.portal.web;

import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.catalog.Product;
import dev.licenseflow.domain.catalog.ProductStatus;
import dev.licenseflow.portal.license.LicenseView;
import dev.licenseflow.portal.license.LicenseView.LicensedQuantities;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a form offers: the add-ons that go with the system and are for sale, and those that the customer has anyhow. */
final class Shelf {

    private static final LicensedQuantities NONE = new LicensedQuantities(0, 0);

    private final CatalogVersion catalog;
    private final Words words;

    Shelf(CatalogVersion catalog, Words words) {
        this.catalog = catalog;
        this.words = words;
    }

    List<Product> systems() {
        return catalog.products().stream()
                .filter(product -> product.isSystem() && product.status() == ProductStatus.SELLABLE)
                .toList();
    }

    /** Whether a form for that system may name the product. */
    boolean offers(String system, String code) {
        return catalog.product(code)
                .filter(product -> isForSale(product, system))
                .isPresent();
    }

    /** The products that go with the system but have a menu of their own. */
    List<Product> elsewhere(String system) {
        return catalog.products().stream()
                .filter(product -> product.status() == ProductStatus.DEDICATED_FLOW && product.isEligibleFor(system))
                .toList();
    }

    /**
     * The rows of a form.
     *
     * @param wanted numbers that take the place of the customer's own
     */
    List<ProductRow> rows(String system, Optional<LicenseView> licenses, Map<String, Integer> wanted) {
        return catalog.products().stream()
                .filter(product -> !product.isSystem())
                .filter(product -> isForSale(product, system) || has(licenses, product.code()))
                .map(product -> row(product, quantities(licenses, product.code()), wanted))
                .toList();
    }

    /** What a full month costs: the system and these numbers. */
    long monthlyCents(String system, Map<String, Integer> numbers) {
        long cents = catalog.product(system).map(Product::monthlyPriceCents).orElse(0L);
        for (Map.Entry<String, Integer> entry : numbers.entrySet()) {
            if (!entry.getKey().equals(system)) {
                long price = catalog.product(entry.getKey())
                        .map(Product::monthlyPriceCents)
                        .orElse(0L);
                cents += price * Math.max(0, entry.getValue());
            }
        }
        return cents;
    }

    /** What a full month costs from next month on. */
    long monthlyCents(LicenseView licenses) {
        long cents = 0;
        for (Map.Entry<String, LicensedQuantities> entry : licenses.products().entrySet()) {
            long price = catalog.product(entry.getKey())
                    .map(Product::monthlyPriceCents)
                    .orElse(0L);
            cents += price * entry.getValue().next();
        }
        return cents;
    }

    private ProductRow row(Product product, LicensedQuantities quantities, Map<String, Integer> wanted) {
        int next = quantities.next();
        boolean forSale = product.status() == ProductStatus.SELLABLE;
        return new ProductRow(
                product.code(),
                words.product(product.code()),
                product.monthlyPriceCents(),
                product.quantity().max() == 1,
                forSale ? product.quantity().max() : next,
                wanted.getOrDefault(product.code(), next),
                next,
                quantities.active(),
                next,
                product.requires().stream().map(words::product).toList());
    }

    private static boolean isForSale(Product product, String system) {
        return product.status() == ProductStatus.SELLABLE && product.isEligibleFor(system);
    }

    private static boolean has(Optional<LicenseView> licenses, String code) {
        return quantities(licenses, code).active() > 0;
    }

    private static LicensedQuantities quantities(Optional<LicenseView> licenses, String code) {
        return licenses.map(view -> view.products().getOrDefault(code, NONE)).orElse(NONE);
    }
}
