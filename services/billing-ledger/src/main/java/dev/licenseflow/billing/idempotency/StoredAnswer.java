package dev.licenseflow.billing.idempotency;

/**
 * The answer to a write, as it is given again when the write is sent again.
 *
 * @param status of HTTP, 200 to 299: only what was done is remembered
 * @param body JSON
 */
public record StoredAnswer(int status, String body) {}
