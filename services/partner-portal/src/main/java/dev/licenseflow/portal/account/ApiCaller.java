package dev.licenseflow.portal.account;

/** A program of a partner: the principal of the API's security context. */
public record ApiCaller(String partnerId) {}
