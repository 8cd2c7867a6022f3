package dev.licenseflow.messaging.mapping;

import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.charge.ChargeLine;
import dev.licenseflow.schema.charge.ChargeKind;

/** Charges as they stand on {@code licensing.charges} (G1). {@code dueBy} follows from the month. */
public final class ChargeMapper {

    private ChargeMapper() {}

    public static dev.licenseflow.schema.Charge toAvro(Charge charge) {
        ChargeLine line = charge.line();
        return new dev.licenseflow.schema.Charge(
                charge.chargeId(),
                toAvro(charge.kind()),
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
                charge.catalogVersion());
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
                    toDomain(charge.getKind()),
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
                    charge.getCatalogVersion());
        } catch (IllegalArgumentException e) {
            throw new UnreadableRecordException("charge", e);
        }
    }

    private static ChargeKind toAvro(dev.licenseflow.domain.charge.ChargeKind kind) {
        return switch (kind) {
            case INITIAL -> ChargeKind.INITIAL;
            case ADDITION -> ChargeKind.ADDITION;
            case RENEWAL -> ChargeKind.RENEWAL;
            case REACTIVATION -> ChargeKind.REACTIVATION;
        };
    }

    private static dev.licenseflow.domain.charge.ChargeKind toDomain(ChargeKind kind) {
        return switch (kind) {
            case INITIAL -> dev.licenseflow.domain.charge.ChargeKind.INITIAL;
            case ADDITION -> dev.licenseflow.domain.charge.ChargeKind.ADDITION;
            case RENEWAL -> dev.licenseflow.domain.charge.ChargeKind.RENEWAL;
            case REACTIVATION -> dev.licenseflow.domain.charge.ChargeKind.REACTIVATION;
            case UNKNOWN -> throw Symbols.unknown("kind");
        };
    }
}
