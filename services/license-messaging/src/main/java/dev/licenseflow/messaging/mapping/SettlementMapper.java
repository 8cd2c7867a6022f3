package dev.licenseflow.messaging.mapping;

import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.domain.request.SettlementFacts;
import dev.licenseflow.domain.request.SettlementOutcome;
import dev.licenseflow.schema.ChargeSettlement;
import java.util.Optional;
import java.util.OptionalLong;

/** Billing's answers as they stand on {@code licensing.settlements} (G4). */
public final class SettlementMapper {

    private SettlementMapper() {}

    public static ChargeSettlement toAvro(Settlement settlement) {
        SettlementFacts facts = settlement.facts();
        return new ChargeSettlement(
                settlement.settlementId(),
                settlement.customerId(),
                settlement.chargeIds(),
                Symbols.same(dev.licenseflow.schema.settlement.SettlementOutcome.class, settlement.outcome()),
                facts.paidAt().orElse(null),
                facts.amountCents().isPresent() ? facts.amountCents().getAsLong() : null,
                facts.method().orElse(null),
                facts.reference().orElse(null),
                facts.settledBy().orElse(null),
                facts.reason().orElse(null));
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
                    Symbols.known("outcome", SettlementOutcome.class, settlement.getOutcome()),
                    facts(settlement));
        } catch (IllegalArgumentException e) {
            throw new UnreadableRecordException("settlement", e);
        }
    }

    private static SettlementFacts facts(ChargeSettlement settlement) {
        Long amountCents = settlement.getAmountCents();
        return new SettlementFacts(
                Optional.ofNullable(settlement.getPaidAt()),
                amountCents == null ? OptionalLong.empty() : OptionalLong.of(amountCents),
                Optional.ofNullable(settlement.getMethod()),
                Optional.ofNullable(settlement.getReference()),
                Optional.ofNullable(settlement.getSettledBy()),
                Optional.ofNullable(settlement.getReason()));
    }
}
