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
        return situation.place().isFromBackOffice()
                        || licenses.partnerId().equals(situation.request().partnerId())
                ? Optional.empty()
                : Optional.of(IdentityReasons.notYourCustomer(customerId));
    }

    /** The revision and the channel; to be added to. */
    static List<Reason> revisionAndChannel(Situation situation) {
        List<Reason> reasons = new ArrayList<>();
        long current = situation.licenses().revision();
        situation.request().expectedRevision().stream()
                .filter(expected -> expected != current)
                .forEach(expected -> reasons.add(CustomerReasons.revisionConflict(expected, current)));
        channel(situation).ifPresent(reasons::add);
        return reasons;
    }

    /** Partners' channels and commands are not the back office's, and the other way round (D6, D10). */
    private static Optional<Reason> channel(Situation situation) {
        Channel channel = situation.request().channel();
        Command command = situation.request().command();
        if (situation.place().isFromBackOffice() != (channel == Channel.BACK_OFFICE)) {
            return Optional.of(CustomerReasons.channelNotOfTopic(channel));
        }
        if (situation.place().isFromBackOffice()) {
            return command instanceof Command.RegisterCustomer
                    ? Optional.of(CustomerReasons.channelNotForRegistration(channel))
                    : Optional.empty();
        }
        if (command.isForBackOfficeOnly()) {
            return Optional.of(CustomerReasons.channelNotForCommand(channel, command.name()));
        }
        if (command instanceof Command.RegisterCustomer) {
            return channel == Channel.CUSTOMERS || channel == Channel.API
                    ? Optional.empty()
                    : Optional.of(CustomerReasons.channelNotForRegistration(channel));
        }
        RenewalMethod method = situation.licenses().renewalMethod();
        boolean allowed = switch (channel) {
            case CUSTOMERS, API, BACK_OFFICE -> true;
            case MANUAL_RENEWAL -> method == RenewalMethod.MANUAL;
            case MANAGED_BILLING -> method == RenewalMethod.MANAGED_BILLING;
        };
        return allowed ? Optional.empty() : Optional.of(CustomerReasons.channelNotAllowed(channel, method));
    }

    /** Refuses what needs any status but INACTIVE (D8). */
    static void requireNotInactive(Situation situation, List<Reason> reasons) {
        boolean allowed = situation.licenses().status() != LicenseStatus.INACTIVE;
        require(allowed, situation, "ACTIVE,EXPIRED,SUSPENDED", reasons);
    }

    /** Refuses what a cancelled contract does not allow (R8). */
    static void requireNotCancelled(Situation situation, List<Reason> reasons) {
        if (situation.licenses().cancelled()) {
            reasons.add(CustomerReasons.cancellationPending(situation.licenses().paidThrough()));
        }
    }

    /** Refuses what needs the month to be paid: ACTIVE, or SUSPENDED so (D8). */
    static void requireMonthPaid(Situation situation, List<Reason> reasons) {
        boolean allowed = switch (situation.licenses().status()) {
            case ACTIVE -> true;
            case SUSPENDED -> situation.monthIsPaid();
            case EXPIRED, INACTIVE -> false;
        };
        require(allowed, situation, "ACTIVE,SUSPENDED with the month paid", reasons);
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
