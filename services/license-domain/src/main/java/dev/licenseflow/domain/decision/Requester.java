package dev.licenseflow.domain.decision;

import dev.licenseflow.domain.request.Channel;
import dev.licenseflow.domain.request.Request;
import java.util.Optional;

/**
 * Who asked for what (L4). The last three are empty for a settlement and a month close.
 *
 * @param partnerId the partner to whom the decision is told: who sent the request; for the back office, a settlement and a month
 *     close the customer's, which is empty for a customer that is not registered
 * @param command the name of the request's command
 */
public record Requester(
        String partnerId, Optional<Channel> channel, Optional<String> requestedBy, Optional<String> command) {

    /** Who sent a request. */
    public static Requester of(Request request, String toldPartnerId) {
        return new Requester(
                toldPartnerId,
                Optional.of(request.channel()),
                request.requestedBy(),
                Optional.of(request.command().name()));
    }

    /** For what no request asked for. */
    public static Requester none(String customersPartnerId) {
        return new Requester(customersPartnerId, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
