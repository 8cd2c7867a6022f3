package dev.licenseflow.domain.charge;

/**
 * What one product of a change or of a month costs (G2); the same line stands in a quote and behind a charge (K4).
 *
 * @param quantity licenses charged
 * @param unitPriceCents price of one license for a full month, in cents
 * @param daysCharged the days paid for; all days of the month if the price is not prorated
 * @param amountCents price × quantity × days charged ÷ days in the month, rounded half up once
 */
public record ChargeLine(
        String product, int quantity, long unitPriceCents, int daysCharged, int daysInMonth, long amountCents) {

    /** The line of a quantity for a number of days. */
    public static ChargeLine of(String product, int quantity, long unitPriceCents, int daysCharged, int daysInMonth) {
        long monthsTimesDays = Math.multiplyExact(Math.multiplyExact(unitPriceCents, quantity), (long) daysCharged);
        // Half up for what is never negative: twice the remainder against the divisor, without leaving whole numbers.
        long amountCents = monthsTimesDays / daysInMonth + (2 * (monthsTimesDays % daysInMonth) >= daysInMonth ? 1 : 0);
        return new ChargeLine(product, quantity, unitPriceCents, daysCharged, daysInMonth, amountCents);
    }
}
