package dev.licenseflow.messaging.mapping;

import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.domain.request.SettlementOutcome;
import dev.licenseflow.schema.ChargeSettlement;

/** Billing's answers as they stand on {@code licensing.settlements} (G4). */
public final class SettlementMapper {

    private SettlementMapper() {}

    public static ChargeSettlement toAvro(Settlement settlement) {
        return new ChargeSettlement(
                settlement.settlementId(),
                settlement.customerId(),
                settlement.chargeIds(),
                Symbols.same(dev.licenseflow.schema.settlement.SettlementOutcome.class, settlement.outcome()));
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
                    Symbols.known("outcome", SettlementOutcome.class, settlement.getOutcome()));
        } catch (IllegalArgumentException e) {
            throw new UnreadableRecordException("settlement", e);
        }
    }
}
