package dev.licenseflow.domain.decision;

import dev.licenseflow.domain.license.LicenseStatus;
import dev.licenseflow.domain.license.Quantities;
import java.util.stream.Stream;

/**
 * What a month's begin did to the customers of a partition (M4).
 *
 * @param customers those it changed
 * @param reduced products whose {@code active} fell to a lower {@code next}
 * @param removed products whose {@code active} fell to a {@code next} of zero
 * @param chargesCents sum of the renewal charges it made, in cents
 */
public record MonthTotals(
        long customers, long reduced, long removed, long renewed, long expired, long inactivated, long chargesCents) {

    public static final MonthTotals ZERO = new MonthTotals(0, 0, 0, 0, 0, 0, 0);

    /** These totals with one more customer's month close counted in. */
    public MonthTotals with(Decision monthClose) {
        return plus(new MonthTotals(
                1,
                falls(monthClose).filter(before -> before.next() > 0).count(),
                falls(monthClose).filter(before -> before.next() == 0).count(),
                monthClose.effects(Effect.MonthPaid.class).count(),
                changesTo(LicenseStatus.EXPIRED, monthClose),
                changesTo(LicenseStatus.INACTIVE, monthClose),
                monthClose
                        .effects(Effect.ChargeOpened.class)
                        .mapToLong(Effect.ChargeOpened::amountCents)
                        .reduce(0, Math::addExact)));
    }

    /** What fell to a lower {@code next}, which the products of an inactive customer did not: that counts as an inactivation alone. */
    private static Stream<Quantities> falls(Decision monthClose) {
        return monthClose
                .effects(Effect.QuantityChanged.class)
                .map(Effect.QuantityChanged::before)
                .filter(before -> before.next() < before.active());
    }

    private static long changesTo(LicenseStatus status, Decision monthClose) {
        return monthClose
                .effects(Effect.StatusChanged.class)
                .filter(effect -> effect.after() == status)
                .count();
    }

    /** The sum of both, such as of two partitions. */
    public MonthTotals plus(MonthTotals more) {
        return new MonthTotals(
                customers + more.customers,
                reduced + more.reduced,
                removed + more.removed,
                renewed + more.renewed,
                expired + more.expired,
                inactivated + more.inactivated,
                Math.addExact(chargesCents, more.chargesCents));
    }
}
