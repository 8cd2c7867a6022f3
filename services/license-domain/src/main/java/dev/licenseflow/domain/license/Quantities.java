package dev.licenseflow.domain.license;

/**
 * The two numbers of a product (section 5).
 *
 * @param active available now, paid to the end of this month
 * @param next from the first of next month on; never above {@code active} (Q2)
 */
public record Quantities(int active, int next) {

    public static final Quantities ZERO = new Quantities(0, 0);

    public Quantities {
        if (next < 0 || active < next) {
            throw new IllegalArgumentException("Not a pair of quantities: active " + active + ", next " + next);
        }
    }

    /** What a change to {@code next} makes of them: an increase of {@code active} is released at once (Q2). */
    public Quantities withNext(int changed) {
        return new Quantities(Math.max(active, changed), changed);
    }

    /** What the begin of next month makes of them (M1). */
    public Quantities atMonthStart() {
        return new Quantities(next, next);
    }

    public boolean isZero() {
        return active == 0;
    }
}
