package dev.licenseflow.cli.client;

import dev.licenseflow.domain.decision.Cause;

/**
 * What an answer is recognised by: every decision names its cause.
 *
 * @param causeId the id of the request or settlement
 */
public record CauseKey(Cause cause, String customerId, String causeId) {

    @Override
    public String toString() {
        String what = switch (cause) {
            case REQUEST -> "request ";
            case SETTLEMENT -> "settlement ";
            case MONTH_CLOSE -> "month ";
        };
        return what + causeId + " of " + customerId;
    }
}
