package dev.licenseflow.domain.catalog;

/**
 * How many licenses of a product a customer may have from next month on, unless it has none (Q4). A flat product has a
 * {@code max} of 1.
 */
public record QuantityRange(int min, int max) {

    public boolean allows(long quantity) {
        return quantity == 0 || (quantity >= min && quantity <= max);
    }
}
