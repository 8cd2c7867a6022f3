package dev.licenseflow.domain.request;

import java.util.List;
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

    /** @throws IllegalArgumentException if an identifier or the number of lines is beyond what can be decided */
    public Request {
        Identifiers.check("requestId", requestId);
        Identifiers.check("customerId", customerId);
        Identifiers.checkText("partnerId", partnerId);
        requestedBy.ifPresent(by -> Identifiers.checkText("requestedBy", by));
        command.match(new CommandBounds());
    }

    /** Whether the requester agrees to pay that much; without a word on it, only to nothing (K1, K2). */
    public boolean accepts(long totalCents) {
        return totalCents == 0 || (acceptUpTo.isPresent() && acceptUpTo.getAsLong() >= totalCents);
    }

    /** Whether the requester has said that it will not pay that much (K2); nobody refuses to pay nothing. */
    public boolean refuses(long totalCents) {
        return acceptUpTo.isPresent() && !accepts(totalCents);
    }

    private static final class CommandBounds implements Command.Cases<Boolean> {

        @Override
        public Boolean registerCustomer(Command.RegisterCustomer command) {
            Identifiers.checkText("system", command.system());
            return checkItems(command.items());
        }

        @Override
        public Boolean changeLicenses(Command.ChangeLicenses command) {
            return checkChanges(command.changes());
        }

        @Override
        public Boolean confirmQuote(Command.ConfirmQuote command) {
            Identifiers.checkText("quoteId", command.quoteId());
            return true;
        }

        @Override
        public Boolean declineQuote(Command.DeclineQuote command) {
            Identifiers.checkText("quoteId", command.quoteId());
            return true;
        }

        @Override
        public Boolean changeRenewalMethod(Command.ChangeRenewalMethod command) {
            return true;
        }

        @Override
        public Boolean renew(Command.Renew command) {
            return true;
        }

        @Override
        public Boolean suspend(Command.Suspend command) {
            return true;
        }

        @Override
        public Boolean resume(Command.Resume command) {
            return true;
        }

        @Override
        public Boolean reactivate(Command.Reactivate command) {
            command.system().ifPresent(system -> Identifiers.checkText("system", system));
            return checkItems(command.items());
        }

        @Override
        public Boolean changeSystem(Command.ChangeSystem command) {
            Identifiers.checkText("system", command.system());
            return checkChanges(command.changes());
        }

        @Override
        public Boolean scheduleRenewal(Command.ScheduleRenewal command) {
            return true;
        }

        @Override
        public Boolean unscheduleRenewal(Command.UnscheduleRenewal command) {
            return true;
        }

        @Override
        public Boolean cancelCustomer(Command.CancelCustomer command) {
            return true;
        }

        @Override
        public Boolean withdrawCancellation(Command.WithdrawCancellation command) {
            return true;
        }

        @Override
        public Boolean transferCustomer(Command.TransferCustomer command) {
            Identifiers.check("toPartnerId", command.toPartnerId());
            return true;
        }

        @Override
        public Boolean adjustCharge(Command.AdjustCharge command) {
            Identifiers.checkChargeId("chargeId", command.chargeId());
            Identifiers.checkNote("reason", command.reason());
            return true;
        }

        @Override
        public Boolean issueCharge(Command.IssueCharge command) {
            Identifiers.checkText("product", command.product());
            Identifiers.checkNote("reason", command.reason());
            Identifiers.checkAmount("amountCents", command.amountCents());
            command.corrects().ifPresent(chargeId -> Identifiers.checkChargeId("corrects", chargeId));
            return true;
        }

        private static Boolean checkChanges(List<LicenseChange> changes) {
            Identifiers.checkLines(
                    "changes", changes.stream().map(LicenseChange::product).toList());
            return true;
        }

        private static Boolean checkItems(List<Item> items) {
            Identifiers.checkLines("items", items.stream().map(Item::product).toList());
            return true;
        }
    }
}
