package dev.licenseflow.domain.request;

import java.util.List;
import java.util.Optional;

/**
 * What a request wants done (section 3). A command whose texts, number of lines or amount are beyond what can be decided
 * is an {@link IllegalArgumentException}.
 */
public sealed interface Command {

    <R> R match(Cases<R> cases);

    /** The name of the command in records: {@code ChangeLicenses}. */
    default String name() {
        return getClass().getSimpleName();
    }

    /** Whether only the vendor's back office may give it (D10). */
    default boolean isForBackOfficeOnly() {
        return false;
    }

    /** A new customer with its system and add-ons. */
    record RegisterCustomer(String system, RenewalMethod renewalMethod, List<Item> items) implements Command {
        public RegisterCustomer {
            Identifiers.checkText("system", system);
            items = Identifiers.checkedLines("items", items);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.registerCustomer(this);
        }
    }

    /** More or fewer licenses. */
    record ChangeLicenses(List<LicenseChange> changes) implements Command {
        public ChangeLicenses {
            changes = Identifiers.checkedLines("changes", changes);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.changeLicenses(this);
        }
    }

    /** Agrees to the customer's latest quote. */
    record ConfirmQuote(String quoteId) implements Command {
        public ConfirmQuote {
            Identifiers.checkText("quoteId", quoteId);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.confirmQuote(this);
        }
    }

    /** Turns the customer's latest quote down. */
    record DeclineQuote(String quoteId) implements Command {
        public DeclineQuote {
            Identifiers.checkText("quoteId", quoteId);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.declineQuote(this);
        }
    }

    /** Another way to renew. */
    record ChangeRenewalMethod(RenewalMethod renewalMethod) implements Command {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.changeRenewalMethod(this);
        }
    }

    /** Pays for the current month, which is unpaid. */
    record Renew() implements Command {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.renew(this);
        }
    }

    /** Suspends an active customer. */
    record Suspend() implements Command {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.suspend(this);
        }
    }

    /** Ends a suspension. */
    record Resume() implements Command {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.resume(this);
        }
    }

    /** Brings an inactive customer back with these add-ons, and with the same system unless another is named (R4, R9). */
    record Reactivate(Optional<String> system, List<Item> items) implements Command {
        public Reactivate {
            system.ifPresent(named -> Identifiers.checkText("system", named));
            items = Identifiers.checkedLines("items", items);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.reactivate(this);
        }
    }

    /** Another base system, and more or fewer licenses with it (Q7). */
    record ChangeSystem(String system, List<LicenseChange> changes) implements Command {
        public ChangeSystem {
            Identifiers.checkText("system", system);
            changes = Identifiers.checkedLines("changes", changes);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.changeSystem(this);
        }
    }

    /** Lets the next month close renew the customer, this once (R7). */
    record ScheduleRenewal() implements Command {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.scheduleRenewal(this);
        }
    }

    /** Takes a scheduled renewal back (R7). */
    record UnscheduleRenewal() implements Command {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unscheduleRenewal(this);
        }
    }

    /** Ends the contract with what is paid (R8). */
    record CancelCustomer() implements Command {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.cancelCustomer(this);
        }
    }

    /** Undoes a cancellation (R8). */
    record WithdrawCancellation() implements Command {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.withdrawCancellation(this);
        }
    }

    /** Gives the customer to another partner (R9). */
    record TransferCustomer(String toPartnerId) implements Command {
        public TransferCustomer {
            Identifiers.check("toPartnerId", toPartnerId);
        }

        @Override
        public boolean isForBackOfficeOnly() {
            return true;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.transferCustomer(this);
        }
    }

    /** Lowers an open charge to an amount (G5). */
    record AdjustCharge(String chargeId, long amountCents, String reason) implements Command {
        public AdjustCharge {
            Identifiers.checkChargeId("chargeId", chargeId);
            Identifiers.checkNote("reason", reason);
        }

        @Override
        public boolean isForBackOfficeOnly() {
            return true;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.adjustCharge(this);
        }
    }

    /** Opens a charge of the current month (G6). */
    record IssueCharge(String product, long amountCents, String reason, Optional<String> corrects) implements Command {
        public IssueCharge {
            Identifiers.checkText("product", product);
            Identifiers.checkNote("reason", reason);
            Identifiers.checkAmount("amountCents", amountCents);
            corrects.ifPresent(chargeId -> Identifiers.checkChargeId("corrects", chargeId));
        }

        @Override
        public boolean isForBackOfficeOnly() {
            return true;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.issueCharge(this);
        }
    }

    /** One answer per command; the compiler sees to it that none is forgotten. */
    interface Cases<R> {
        R registerCustomer(RegisterCustomer command);

        R changeLicenses(ChangeLicenses command);

        R confirmQuote(ConfirmQuote command);

        R declineQuote(DeclineQuote command);

        R changeRenewalMethod(ChangeRenewalMethod command);

        R renew(Renew command);

        R suspend(Suspend command);

        R resume(Resume command);

        R reactivate(Reactivate command);

        R changeSystem(ChangeSystem command);

        R scheduleRenewal(ScheduleRenewal command);

        R unscheduleRenewal(UnscheduleRenewal command);

        R cancelCustomer(CancelCustomer command);

        R withdrawCancellation(WithdrawCancellation command);

        R transferCustomer(TransferCustomer command);

        R adjustCharge(AdjustCharge command);

        R issueCharge(IssueCharge command);
    }
}
