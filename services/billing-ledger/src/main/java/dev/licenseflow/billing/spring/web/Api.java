package dev.licenseflow.billing.spring.web;

/** Where the interface lies. A change that a client could notice makes another version of it. */
final class Api {

    static final String ROOT = "/api/billing/v1";

    private Api() {}
}
