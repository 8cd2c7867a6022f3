package dev.licenseflow.billing.settlement;

import java.util.List;
import java.util.function.Function;

/** What came of an order: a settlement, or why there is none. */
public sealed interface SettlementResult {

    /** The answer for whichever it is. */
    <R> R match(Function<LedgerSettlement, R> recorded, Function<Refused, R> refused);

    /** It is recorded, and will be published. */
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
}
