package dev.licenseflow.domain.engine;

import dev.licenseflow.domain.decision.Reason;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.license.LicenseStatus;
import dev.licenseflow.domain.reason.CustomerReasons;
import dev.licenseflow.domain.reason.IdentityReasons;
import dev.licenseflow.domain.request.Channel;
import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.RenewalMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges what a request says of the customer as a whole: identity, revision, channel (D4 to D6) and status (D8). */
final class StandingCheck {

    private StandingCheck() {}

    /** The first stage, in which a reason comes alone (D2, D5). */
    static Optional<Reason> identity(Situation situation) {
        CustomerLicenses licenses = situation.licenses();
        String customerId = situation.request().customerId();
        if (situation.request().command() instanceof Command.RegisterCustomer) {
            return licenses.isRegistered()
                    ? Optional.of(IdentityReasons.alreadyRegistered(customerId))
                    : Optional.empty();
        }
        if (!licenses.isRegistered()) {
            return Optional.of(IdentityReasons.unknownCustomer(customerId));
        }
        return licenses.partnerId().equals(situation.request().partnerId())
                ? Optional.empty()
                : Optional.of(IdentityReasons.notYourCustomer(customerId));
    }

    /** The revision and the channel of a request about a registered customer; to be added to. */
    static List<Reason> revisionAndChannel(Situation situation) {
        List<Reason> reasons = revision(situation);
        RenewalMethod method = situation.licenses().renewalMethod();
        Channel channel = situation.request().channel();
        boolean allowed = switch (channel) {
            case CUSTOMERS -> true;
            case MANUAL_RENEWAL -> method == RenewalMethod.MANUAL;
            case MANAGED_BILLING -> method == RenewalMethod.MANAGED_BILLING;
        };
        if (!allowed) {
            reasons.add(CustomerReasons.channelNotAllowed(channel, method));
        }
        return reasons;
    }

    /** The revision and the channel of a registration; to be added to. */
    static List<Reason> revisionAndChannelOfRegistration(Situation situation) {
        List<Reason> reasons = revision(situation);
        Channel channel = situation.request().channel();
        if (channel != Channel.CUSTOMERS) {
            reasons.add(CustomerReasons.channelNotForRegistration(channel));
        }
        return reasons;
    }

    private static List<Reason> revision(Situation situation) {
        List<Reason> reasons = new ArrayList<>();
        long current = situation.licenses().revision();
        situation.request().expectedRevision().ifPresent(expected -> {
            if (expected != current) {
                reasons.add(CustomerReasons.revisionConflict(expected, current));
            }
        });
        return reasons;
    }

    /** Whether quantities may be changed: active, or suspended with the month paid (D8). */
    static boolean allowsChange(Situation situation) {
        return switch (situation.licenses().status()) {
            case ACTIVE -> true;
            case SUSPENDED -> situation.monthIsPaid();
            case EXPIRED, INACTIVE -> false;
        };
    }

    /** Whether the month can be renewed: it is unpaid, and the customer is not gone (D8). */
    static boolean allowsRenewal(Situation situation) {
        return switch (situation.licenses().status()) {
            case EXPIRED -> true;
            case SUSPENDED -> !situation.monthIsPaid();
            case ACTIVE, INACTIVE -> false;
        };
    }

    /** @param allowed the statuses in which the command is possible, as a fact for the reader */
    static void require(boolean statusAllows, Situation situation, String allowed, List<Reason> reasons) {
        if (!statusAllows) {
            LicenseStatus status = situation.licenses().status();
            reasons.add(
                    CustomerReasons.statusForbids(status, situation.licenses().paidThrough(), allowed));
        }
    }
}
