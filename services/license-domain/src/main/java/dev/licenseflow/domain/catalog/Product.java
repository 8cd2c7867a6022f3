package dev.licenseflow.domain.catalog;

import java.util.List;

/**
 * One product of a catalog version (C1).
 *
 * @param code the vendor's own name for it, stable over all versions
 * @param eligibleSystems codes of the systems an add-on works with; empty for a system
 * @param requires codes of the add-ons that must be there as well, now and next month (Q3)
 * @param monthlyPriceCents price of one license for a full month, in cents
 */
public record Product(
        String code,
        ProductNames names,
        ProductKind kind,
        List<String> eligibleSystems,
        List<String> requires,
        QuantityRange quantity,
        long monthlyPriceCents,
        Proration proration,
        ProductStatus status) {

    public Product {
        eligibleSystems = List.copyOf(eligibleSystems);
        requires = List.copyOf(requires);
    }

    public boolean isSystem() {
        return kind == ProductKind.SYSTEM;
    }

    public boolean isEligibleFor(String system) {
        return eligibleSystems.contains(system);
    }
}
