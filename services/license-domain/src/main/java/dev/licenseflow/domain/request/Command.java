package dev.licenseflow.domain.request;

import java.util.List;

/** What a request wants done (section 3). */
public sealed interface Command {

    <R> R match(Cases<R> cases);

    /** A new customer with its system and add-ons. */
    record RegisterCustomer(String system, RenewalMethod renewalMethod, List<Item> items) implements Command {
        public RegisterCustomer {
            items = List.copyOf(items);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.registerCustomer(this);
        }
    }

    /** More or fewer licenses. */
    record ChangeLicenses(List<LicenseChange> changes) implements Command {
        public ChangeLicenses {
            changes = List.copyOf(changes);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.changeLicenses(this);
        }
    }

    /** Agrees to the customer's latest quote. */
    record ConfirmQuote(String quoteId) implements Command {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.confirmQuote(this);
        }
    }

    /** Turns the customer's latest quote down. */
    record DeclineQuote(String quoteId) implements Command {
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

    /** Brings an inactive customer back, with the same system and these add-ons. */
    record Reactivate(List<Item> items) implements Command {
        public Reactivate {
            items = List.copyOf(items);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.reactivate(this);
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
    }
}
