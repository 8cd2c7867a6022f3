package dev.licenseflow.domain.request;

/** What a line does to the quantity of next month (Q1). */
public enum Operation {
    ADD,
    REMOVE,
    SET
}
