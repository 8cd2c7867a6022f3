package dev.licenseflow.domain.decision;

import dev.licenseflow.domain.license.Quantities;

/** What happened to the quantities of a product (Q2, M1). */
public enum QuantityChangeKind {
    /** More are available, released at once. */
    QUANTITY_RAISED,
    /** What was to leave with the month stays, at least in part; nothing more is available now. */
    QUANTITY_RESTORED,
    /** Fewer from next month on. */
    REDUCTION_SCHEDULED,
    /** None from next month on. */
    REMOVAL_SCHEDULED,
    /** Fewer are available. */
    QUANTITY_REDUCED,
    /** None is available any more. */
    PRODUCT_REMOVED;

    static QuantityChangeKind of(Quantities before, Quantities after) {
        if (after.active() > before.active()) {
            return QUANTITY_RAISED;
        }
        if (after.active() < before.active()) {
            return after.isZero() ? PRODUCT_REMOVED : QUANTITY_REDUCED;
        }
        if (after.next() > before.next()) {
            return QUANTITY_RESTORED;
        }
        return after.next() == 0 ? REMOVAL_SCHEDULED : REDUCTION_SCHEDULED;
    }
}
