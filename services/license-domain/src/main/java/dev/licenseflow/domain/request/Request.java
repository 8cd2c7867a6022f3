package dev.licenseflow.domain.request;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A license-change request as a portal publishes it (section 3). Its time is not part of it: the broker gives it (T1).
 *
 * @param requestId the idempotency key, unique per customer and partner for 35 days (D3)
 * @param partnerId who sends it; empty for the back office (D10)
 * @param requestedBy who asked, an opaque id of the portal's (L3)
 * @param expectedRevision the revision the requester saw, if it insists on it (D4)
 * @param acceptUpTo what the requester agrees to pay for the rest of the month, in cents (K2)
 */
public record Request(
        String requestId,
        String customerId,
        String partnerId,
        Channel channel,
        Optional<String> requestedBy,
        OptionalLong expectedRevision,
        OptionalLong acceptUpTo,
        Command command) {

    /** @throws IllegalArgumentException if an identifier is beyond what can be decided */
    public Request {
        Identifiers.check("requestId", requestId);
        Identifiers.check("customerId", customerId);
        Identifiers.checkText("partnerId", partnerId);
        requestedBy.ifPresent(by -> Identifiers.checkText("requestedBy", by));
    }

    /** Whether the requester agrees to pay that much; without a word on it, only to nothing (K1, K2). */
    public boolean accepts(long totalCents) {
        return totalCents == 0 || (acceptUpTo.isPresent() && acceptUpTo.getAsLong() >= totalCents);
    }

    /** Whether the requester has said that it will not pay that much (K2); nobody refuses to pay nothing. */
    public boolean refuses(long totalCents) {
        return acceptUpTo.isPresent() && !accepts(totalCents);
    }
}
