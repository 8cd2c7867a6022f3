package dev.licenseflow.domain.decision;

import dev.licenseflow.domain.license.LicenseStatus;
import dev.licenseflow.domain.license.Quantities;

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
        MonthTotals totals = plus(new MonthTotals(1, 0, 0, 0, 0, 0, 0));
        for (Effect effect : monthClose.effects()) {
            totals = totals.plus(effect.match(COUNT));
        }
        return totals;
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

    private static final Effect.Cases<MonthTotals> COUNT = new Effect.Cases<>() {
        @Override
        public MonthTotals customerRegistered(Effect.CustomerRegistered effect) {
            return ZERO;
        }

        @Override
        public MonthTotals quantityChanged(Effect.QuantityChanged effect) {
            // What an inactive customer loses did not fall to a lower next: it counts as an inactivation alone.
            Quantities before = effect.before();
            if (before.next() == before.active()) {
                return ZERO;
            }
            return before.next() == 0 ? new MonthTotals(0, 0, 1, 0, 0, 0, 0) : new MonthTotals(0, 1, 0, 0, 0, 0, 0);
        }

        @Override
        public MonthTotals statusChanged(Effect.StatusChanged effect) {
            return new MonthTotals(
                    0,
                    0,
                    0,
                    0,
                    effect.after() == LicenseStatus.EXPIRED ? 1 : 0,
                    effect.after() == LicenseStatus.INACTIVE ? 1 : 0,
                    0);
        }

        @Override
        public MonthTotals renewalMethodChanged(Effect.RenewalMethodChanged effect) {
            return ZERO;
        }

        @Override
        public MonthTotals monthPaid(Effect.MonthPaid effect) {
            return new MonthTotals(0, 0, 0, 1, 0, 0, 0);
        }

        @Override
        public MonthTotals quoteOpened(Effect.QuoteOpened effect) {
            return ZERO;
        }

        @Override
        public MonthTotals quoteEnded(Effect.QuoteEnded effect) {
            return ZERO;
        }

        @Override
        public MonthTotals chargeOpened(Effect.ChargeOpened effect) {
            return new MonthTotals(0, 0, 0, 0, 0, 0, effect.amountCents());
        }

        @Override
        public MonthTotals chargeSettled(Effect.ChargeSettled effect) {
            return ZERO;
        }
    };
}
