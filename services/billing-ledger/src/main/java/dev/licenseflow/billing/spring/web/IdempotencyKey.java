package dev.licenseflow.billing.spring.web;

import java.util.Optional;

/** The header by which a client may send a write again without doing it twice. */
final class IdempotencyKey {

    static final String HEADER = "Idempotency-Key";

    private static final int MAX_LENGTH = 128;

    private IdempotencyKey() {}

    /** The key, which has to be there. */
    static String required(Optional<String> header) {
        return valid(header)
                .orElseThrow(() -> RequestProblem.badRequest(
                        "IDEMPOTENCY_KEY_MISSING", "Send an " + HEADER + " of your own with each new write"));
    }

    /** The key, if there is one. */
    static Optional<String> valid(Optional<String> header) {
        header.ifPresent(key -> {
            if (key.isBlank() || key.length() > MAX_LENGTH) {
                throw RequestProblem.badRequest(
                        "IDEMPOTENCY_KEY_INVALID", "The " + HEADER + " has 1 to " + MAX_LENGTH + " characters");
            }
        });
        return header;
    }
}
