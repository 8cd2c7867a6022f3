package dev.licenseflow.domain.catalog;

/** Whether a product is the one base system of a customer or an optional add-on to it (C1). */
public enum ProductKind {
    SYSTEM,
    ADD_ON
}
