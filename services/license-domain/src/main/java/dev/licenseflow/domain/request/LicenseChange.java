package dev.licenseflow.domain.request;

/**
 * One line of a change: {@code ADD n} raises {@code next} by n, {@code REMOVE n} lowers it by n, {@code SET n} makes it
 * n (Q1). Any product and any number can be asked for; whether it can be had is for the decision to say.
 */
public record LicenseChange(String product, Operation operation, int quantity) {

    /** @throws IllegalArgumentException if the product's code is beyond what can be decided */
    public LicenseChange {
        Identifiers.checkText("product", product);
    }

    /** What {@code next} becomes; may be negative or beyond an {@code int}, which no range allows. */
    public long appliedTo(int next) {
        return switch (operation) {
            case ADD -> (long) next + quantity;
            case REMOVE -> (long) next - quantity;
            case SET -> quantity;
        };
    }

    /** Whether the number itself makes sense: at least 1, or at least 0 for {@code SET} (Q1). */
    public boolean asksForEnough() {
        return operation == Operation.SET ? quantity >= 0 : quantity >= 1;
    }
}
