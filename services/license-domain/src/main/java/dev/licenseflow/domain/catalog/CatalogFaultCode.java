package dev.licenseflow.domain.catalog;

/** What can be wrong with a catalog version (C2, C3). */
public enum CatalogFaultCode {
    /** {@code requires} names a product that is not in the document. */
    UNKNOWN_REQUIRES,
    /** A product that is sold requires one that is retired. */
    REQUIRES_RETIRED,
    /** {@code requires} names something that is no add-on. */
    REQUIRES_NO_ADD_ON,
    /** Products require each other in a circle. */
    CYCLIC_REQUIRES,
    /** A required add-on is not eligible for one of the systems of the product that requires it. */
    REQUIRED_NOT_ELIGIBLE,
    /** {@code eligibleSystems} names what is no system of the document. */
    UNKNOWN_SYSTEM,
    /** An add-on that no system can use. */
    NO_ELIGIBLE_SYSTEM,
    /** A system that has eligible systems or requirements, or may be contracted other than once. */
    SYSTEM_NOT_PLAIN,
    /** The smallest quantity is above the largest. */
    MIN_ABOVE_MAX,
    /** A quantity below 0, or so large that amounts could overflow. */
    QUANTITY_OUT_OF_BOUNDS,
    /** A price below 0. */
    NEGATIVE_PRICE,
    /** A price so high that amounts could overflow. */
    PRICE_OUT_OF_BOUNDS,
    /** Two products of one code. */
    DUPLICATE_CODE,
    /** A code that is not lower-case letters, digits and hyphens, or is too long. */
    MALFORMED_CODE,
    /** More products than amounts and decisions are made for. */
    TOO_MANY_PRODUCTS,
    /** The currency is not an ISO 4217 code of three letters, or differs from the previous version's. */
    BAD_CURRENCY,
    /** The version number is not the one after the latest. */
    VERSION_NOT_NEXT,
    /** It takes effect at or before the previous version. */
    EFFECTIVE_DATE_NOT_AFTER,
    /** A product of the previous version is missing: it must be retired instead. */
    PRODUCT_MISSING,
    /** A product is a system where the previous version has an add-on, or the other way round. */
    KIND_CHANGED,
    /** It became known later than the publish margin before it takes effect (C2). */
    PUBLISHED_TOO_LATE
}
