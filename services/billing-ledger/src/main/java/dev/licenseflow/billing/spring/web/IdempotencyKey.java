package dev.licenseflow.billing.spring.web;

import dev.licenseflow.billing.idempotency.IdempotentWrites.StoredAnswer;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The header by which a client may send a write again without doing it twice. */
final class IdempotencyKey {

    static final String HEADER = "Idempotency-Key";

    static final int MAX_LENGTH = 128;

    private IdempotencyKey() {}

    /** The key, which has to be there. */
    static String required(Optional<String> header) {
        return valid(header)
                .orElseThrow(() -> LedgerProblems.badRequest(
                        "IDEMPOTENCY_KEY_MISSING", "Send an " + HEADER + " of your own with each new write"));
    }

    /** The key, if there is one. */
    static Optional<String> valid(Optional<String> header) {
        header.ifPresent(key -> {
            if (key.isBlank() || key.length() > MAX_LENGTH) {
                throw LedgerProblems.badRequest(
                        "IDEMPOTENCY_KEY_INVALID", "The " + HEADER + " has 1 to " + MAX_LENGTH + " characters");
            }
        });
        return header;
    }

    static ResponseEntity<String> response(StoredAnswer answer) {
        return ResponseEntity.status(answer.status())
                .contentType(MediaType.APPLICATION_JSON)
                .body(answer.body());
    }
}
