package dev.licenseflow.billing.settlement;

import java.util.List;
import java.util.function.Function;

/** The result of an order: a settlement, or the reason why there is none. */
public sealed interface SettlementResult {

    <R> R match(Function<LedgerSettlement, R> recorded, Function<Refused, R> refused);

    /** The settlement is recorded, and will be published. */
    record Recorded(LedgerSettlement settlement) implements SettlementResult {
        @Override
        public <R> R match(Function<LedgerSettlement, R> recorded, Function<Refused, R> refused) {
            return recorded.apply(settlement);
        }
    }

    /**
     * Nothing was recorded.
     *
     * @param chargeIds those for which it was refused
     */
    record Refused(SettlementFault fault, List<String> chargeIds) implements SettlementResult {

        public Refused {
            chargeIds = List.copyOf(chargeIds);
        }

        @Override
        public <R> R match(Function<LedgerSettlement, R> recorded, Function<Refused, R> refused) {
            return refused.apply(this);
        }
    }

    /** Why the ledger records no settlement. */
    enum SettlementFault {
        /** A charge is not in the ledger, or belongs to another customer. */
        CHARGE_UNKNOWN,
        /** A charge is settled, or waits for the decision on another settlement. */
        CHARGE_NOT_OPEN,
        /** The customer has no open charge, in the month if one was given. */
        NOTHING_OPEN,
        /** More charges than one settlement can hold (1,000); settle month by month. */
        TOO_MANY_CHARGES
    }
}
