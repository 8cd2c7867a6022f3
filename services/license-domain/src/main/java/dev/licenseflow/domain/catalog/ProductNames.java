package dev.licenseflow.domain.catalog;

/** What a product is called on screens, in Brazilian Portuguese and in English. */
public record ProductNames(String pt, String en) {}
