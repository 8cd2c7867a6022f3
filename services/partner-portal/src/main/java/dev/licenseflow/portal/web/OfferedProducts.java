package dev.licenseflow.portal.web;

import dev.licenseflow.domain.catalog.Product;
import dev.licenseflow.domain.catalog.ProductStatus;
import dev.licenseflow.portal.catalog.CurrentCatalog;
import dev.licenseflow.portal.license.LicenseView;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The products of a form: the add-ons for sale, also those that do not fit the chosen system, and those that the customer has. */
@Component
class OfferedProducts {

    private final CurrentCatalog catalogs;
    private final Clock clock;
    private final PageText text;

    OfferedProducts(CurrentCatalog catalogs, Clock clock, PageText text) {
        this.catalogs = catalogs;
        this.clock = clock;
        this.text = text;
    }

    /**
     * One product of a form.
     *
     * @param max the highest number that the form allows
     * @param value the number in the form
     * @param active what is available now
     * @param next what stays from next month on; the number that the person saw first
     * @param requires the products that it requires
     * @param fits whether the chosen system allows it
     * @param systems the names of the systems that allow it
     */
    public record ProductRow(
            Product product,
            String name,
            int max,
            int value,
            int active,
            int next,
            List<Requirement> requires,
            boolean fits,
            String systems) {

        /** Whether there is at most one license of it, so that the form has a box to tick instead of a number. */
        public boolean isFlat() {
            return OfferedProducts.isFlat(product);
        }

        /** The id of the box to tick. */
        public String boxId() {
            return OfferedProducts.boxId(product);
        }

        /** Whether the box cannot be ticked: it does not fit, or it is no longer sold and all of it leaves. */
        public boolean isLocked() {
            return !fits || (max == 0 && value == 0);
        }

        public String requiredNames() {
            return requires.stream().map(Requirement::name).collect(Collectors.joining(", "));
        }
    }

    /** A product that another one requires, and the id of its box. */
    public record Requirement(String name, String boxId) {}

    List<Product> systems() {
        return systems("");
    }

    /** @param current the customer's system, which it may keep although it is no longer sold */
    List<Product> systems(String current) {
        return products(product -> product.isSystem()
                && (product.status() == ProductStatus.SELLABLE || product.code().equals(current)));
    }

    /** Whether a form for that system may name the product. */
    boolean offers(String system, String code) {
        return !products(product -> product.code().equals(code) && isForSale(product, system))
                .isEmpty();
    }

    /** The products that go with the system but are ordered through a menu of their own. */
    List<Product> elsewhere(String system) {
        return products(product -> product.status() == ProductStatus.DEDICATED_FLOW && product.isEligibleFor(system));
    }

    /** @param wanted numbers that replace the customer's own */
    List<ProductRow> rows(String system, Optional<LicenseView> licenses, Map<String, Integer> wanted) {
        return products(product -> !product.isSystem()).stream()
                .map(product -> row(product, system, licenses, wanted))
                .flatMap(Optional::stream)
                .toList();
    }

    /** What a full month costs: the system and these numbers. */
    long monthlyCents(String system, Map<String, Integer> numbers) {
        long cents = 0;
        for (Product product : products(every -> true)) {
            long quantity = product.code().equals(system) ? 1 : Math.max(0, numbers.getOrDefault(product.code(), 0));
            cents += product.monthlyPriceCents() * quantity;
        }
        return cents;
    }

    /** What a full month costs from next month on. */
    long monthlyCents(LicenseView licenses) {
        return products(product -> licenses.products().containsKey(product.code())).stream()
                .mapToLong(product -> product.monthlyPriceCents() * next(Optional.of(licenses), product))
                .sum();
    }

    private List<Product> products(Predicate<Product> wanted) {
        return catalogs.at(clock.instant()).products().stream().filter(wanted).toList();
    }

    private Optional<ProductRow> row(
            Product product, String system, Optional<LicenseView> licenses, Map<String, Integer> wanted) {
        int active = licenses.map(view -> view.products().get(product.code()))
                .map(quantities -> quantities.active())
                .orElse(0);
        if (active == 0 && product.status() != ProductStatus.SELLABLE) {
            return Optional.empty();
        }
        boolean fits = product.isEligibleFor(system);
        int next = next(licenses, product);
        return Optional.of(new ProductRow(
                product,
                text.product(product.code()),
                product.status() == ProductStatus.SELLABLE ? product.quantity().max() : next,
                fits ? wanted.getOrDefault(product.code(), next) : 0,
                active,
                next,
                product.requires().stream().map(this::requirement).toList(),
                fits,
                systems().stream()
                        .filter(each -> product.isEligibleFor(each.code()))
                        .map(each -> text.product(each.code()))
                        .collect(Collectors.joining(", "))));
    }

    private Requirement requirement(String code) {
        String boxId = products(product -> product.code().equals(code)).stream()
                .map(OfferedProducts::boxId)
                .findFirst()
                .orElse("");
        return new Requirement(text.product(code), boxId);
    }

    private static boolean isFlat(Product product) {
        return product.quantity().max() == 1;
    }

    private static String boxId(Product product) {
        return (isFlat(product) ? "q-" : "on-") + product.code();
    }

    private static boolean isForSale(Product product, String system) {
        return product.status() == ProductStatus.SELLABLE && product.isEligibleFor(system);
    }

    private static int next(Optional<LicenseView> licenses, Product product) {
        return licenses.map(view -> view.products().get(product.code()))
                .map(quantities -> quantities.next())
                .orElse(0);
    }
}
