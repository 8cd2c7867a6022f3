package dev.licenseflow.messaging.mapping;

import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.schema.ChargeSettlement;
import dev.licenseflow.schema.settlement.SettlementOutcome;

/** Billing's answers as they stand on {@code licensing.settlements} (G4). */
public final class SettlementMapper {

    private SettlementMapper() {}

    public static ChargeSettlement toAvro(Settlement settlement) {
        return new ChargeSettlement(
                settlement.settlementId(),
                settlement.customerId(),
                settlement.chargeIds(),
                switch (settlement.outcome()) {
                    case PAID -> SettlementOutcome.PAID;
                    case WAIVED -> SettlementOutcome.WAIVED;
                });
    }

    /**
     * What a record says.
     *
     * @throws UnreadableRecordException if the settlement is none that can be decided
     */
    public static Settlement toDomain(ChargeSettlement settlement) {
        try {
            return new Settlement(
                    settlement.getSettlementId(),
                    settlement.getCustomerId(),
                    settlement.getChargeIds(),
                    outcome(settlement.getOutcome()));
        } catch (IllegalArgumentException e) {
            throw new UnreadableRecordException("settlement", e);
        }
    }

    private static dev.licenseflow.domain.request.SettlementOutcome outcome(SettlementOutcome outcome) {
        return switch (outcome) {
            case PAID -> dev.licenseflow.domain.request.SettlementOutcome.PAID;
            case WAIVED -> dev.licenseflow.domain.request.SettlementOutcome.WAIVED;
            case UNKNOWN -> throw Symbols.unknown("outcome");
        };
    }
}
