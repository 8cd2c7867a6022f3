package dev.licenseflow.domain.engine;

import dev.licenseflow.domain.decision.Decision;
import java.time.Duration;
import java.time.Instant;

/**
 * The decision that an id got when it came first, kept to answer it again (D3).
 *
 * @param contentDigest of the request or settlement; see {@link dev.licenseflow.domain.request.ContentDigest}
 */
public record FirstDecision(String contentDigest, Decision decision) {

    /** For how long an id is remembered. */
    public static final Duration REMEMBERED_FOR = Duration.ofDays(35);

    /** Whether the id still counts as used at that instant. */
    public boolean isRememberedAt(Instant at) {
        return !at.isAfter(decision.decidedAt().plus(REMEMBERED_FOR));
    }

    boolean isOf(String digest) {
        return contentDigest.equals(digest);
    }
}
