package dev.licenseflow.domain.decision;

import dev.licenseflow.domain.charge.Quote;
import dev.licenseflow.domain.license.LicenseStatus;
import dev.licenseflow.domain.license.Quantities;
import dev.licenseflow.domain.license.QuoteEnd;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.domain.request.SettlementOutcome;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/** One thing that a decision changed. Nothing else changes a customer's licenses (D9). */
public sealed interface Effect {

    <R> R match(Cases<R> cases);

    /** The id of the charge that this makes, if it makes one. */
    default Optional<String> madeChargeId() {
        return Optional.empty();
    }

    /** The customer exists from now on. */
    record CustomerRegistered(String partnerId, String system, RenewalMethod renewalMethod, YearMonth paidThrough)
            implements Effect {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.customerRegistered(this);
        }
    }

    /**
     * The two numbers of a product.
     *
     * @param effectiveFrom from when on {@code after} counts: at once, or the begin of next month
     */
    record QuantityChanged(String product, Quantities before, Quantities after, Instant effectiveFrom)
            implements Effect {
        public QuantityChangeKind kind() {
            return QuantityChangeKind.of(before, after);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.quantityChanged(this);
        }
    }

    record StatusChanged(LicenseStatus before, LicenseStatus after) implements Effect {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.statusChanged(this);
        }
    }

    record RenewalMethodChanged(RenewalMethod before, RenewalMethod after) implements Effect {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.renewalMethodChanged(this);
        }
    }

    /** Another base system (Q7, R9). */
    record SystemChanged(String before, String after) implements Effect {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.systemChanged(this);
        }
    }

    /** Another partner (R9). */
    record PartnerChanged(String before, String after) implements Effect {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.partnerChanged(this);
        }
    }

    /** A renewal ahead was scheduled, or is no longer (R7). */
    record RenewalScheduleChanged(boolean scheduled) implements Effect {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.renewalScheduleChanged(this);
        }
    }

    /** The contract was cancelled, or is no longer (R8). */
    record CancellationChanged(boolean cancelled) implements Effect {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.cancellationChanged(this);
        }
    }

    /** Another month is paid through, whether or not its charges are settled. */
    record MonthPaid(YearMonth before, YearMonth after) implements Effect {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.monthPaid(this);
        }
    }

    /** A quote was made; it takes the place of any earlier one (K3). */
    record QuoteOpened(Quote quote) implements Effect {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.quoteOpened(this);
        }
    }

    record QuoteEnded(String quoteId, QuoteEnd end) implements Effect {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.quoteEnded(this);
        }
    }

    record ChargeOpened(String id, String product, YearMonth month, long amountCents) implements Effect {
        @Override
        public Optional<String> madeChargeId() {
            return Optional.of(id);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.chargeOpened(this);
        }
    }

    /**
     * An open charge became less (G5).
     *
     * @param creditId of the charge of kind {@code CREDIT} that says so
     */
    record ChargeLowered(String id, String creditId, String product, YearMonth month, long beforeCents, long afterCents)
            implements Effect {
        @Override
        public Optional<String> madeChargeId() {
            return Optional.of(creditId);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.chargeLowered(this);
        }
    }

    record ChargeSettled(String id, String product, YearMonth month, long amountCents, SettlementOutcome outcome)
            implements Effect {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.chargeSettled(this);
        }
    }

    /** One answer per effect; the compiler sees to it that none is forgotten. */
    interface Cases<R> {
        R customerRegistered(CustomerRegistered effect);

        R quantityChanged(QuantityChanged effect);

        R statusChanged(StatusChanged effect);

        R renewalMethodChanged(RenewalMethodChanged effect);

        R systemChanged(SystemChanged effect);

        R partnerChanged(PartnerChanged effect);

        R renewalScheduleChanged(RenewalScheduleChanged effect);

        R cancellationChanged(CancellationChanged effect);

        R monthPaid(MonthPaid effect);

        R quoteOpened(QuoteOpened effect);

        R quoteEnded(QuoteEnded effect);

        R chargeOpened(ChargeOpened effect);

        R chargeLowered(ChargeLowered effect);

        R chargeSettled(ChargeSettled effect);
    }
}
