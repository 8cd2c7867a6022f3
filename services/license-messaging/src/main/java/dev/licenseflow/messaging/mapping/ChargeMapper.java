package dev.licenseflow.messaging.mapping;

import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.charge.ChargeKind;
import dev.licenseflow.domain.charge.ChargeLine;
import java.util.Optional;

/** Charges as they stand on {@code licensing.charges} (G1). {@code dueBy} and the period follow from the month
 * and the days charged. */
public final class ChargeMapper {

    private ChargeMapper() {}

    public static dev.licenseflow.schema.Charge toAvro(Charge charge) {
        ChargeLine line = charge.line();
        return new dev.licenseflow.schema.Charge(
                charge.chargeId(),
                Symbols.same(dev.licenseflow.schema.charge.ChargeKind.class, charge.kind()),
                charge.customerId(),
                charge.partnerId(),
                line.product(),
                line.quantity(),
                line.unitPriceCents(),
                line.daysCharged(),
                line.daysInMonth(),
                line.amountCents(),
                charge.currency(),
                MonthText.of(charge.month()),
                charge.dueBy(),
                charge.causeId(),
                charge.catalogVersion(),
                charge.periodFrom().orElse(null),
                charge.periodThrough().orElse(null),
                charge.quoteId().orElse(null),
                charge.corrects().orElse(null));
    }

    /**
     * What a record says.
     *
     * @throws UnreadableRecordException if the charge is of an unknown kind or for no month
     */
    public static Charge toDomain(dev.licenseflow.schema.Charge charge) {
        try {
            return new Charge(
                    charge.getChargeId(),
                    Symbols.known("kind", ChargeKind.class, charge.getKind()),
                    charge.getCustomerId(),
                    charge.getPartnerId(),
                    new ChargeLine(
                            charge.getProduct(),
                            charge.getQuantity(),
                            charge.getUnitPriceCents(),
                            charge.getDaysCharged(),
                            charge.getDaysInMonth(),
                            charge.getAmountCents()),
                    charge.getCurrency(),
                    MonthText.parse("month", charge.getMonth()),
                    charge.getCauseId(),
                    charge.getCatalogVersion(),
                    Optional.ofNullable(charge.getQuoteId()),
                    Optional.ofNullable(charge.getCorrects()));
        } catch (IllegalArgumentException e) {
            throw new UnreadableRecordException("charge", e);
        }
    }
}
