package dev.licenseflow.domain.request;

/** An add-on with which a customer is registered or reactivated. */
public record Item(String product, int quantity) {

    /** @throws IllegalArgumentException if the product's code is beyond what can be decided */
    public Item {
        Identifiers.checkText("product", product);
    }

    /** The same as a change of a customer that has nothing yet. */
    public LicenseChange asAddition() {
        return new LicenseChange(product, Operation.ADD, quantity);
    }
}
