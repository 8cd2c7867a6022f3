package dev.licenseflow.domain.catalog;

/** Whether a product can be contracted here (C1, C4). */
public enum ProductStatus {
    /** May be contracted and raised. */
    SELLABLE,
    /** Existing quantities live on and may fall, but may not rise. */
    RETIRED,
    /** Contracted through a menu of its own, never through a license request. */
    DEDICATED_FLOW
}
