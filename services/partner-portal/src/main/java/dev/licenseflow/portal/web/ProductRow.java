package dev.licenseflow.portal.web;

import java.util.List;

/**
 * One product of a form.
 *
 * @param flat whether there is at most one license of it, so that a box is ticked instead of a number entered
 * @param max the highest number that the form allows
 * @param value the number in the form
 * @param was the number that the person saw first
 * @param active what is available now
 * @param next what stays from next month on
 * @param requires the names of the products it cannot be without
 */
public record ProductRow(
        String code,
        String name,
        long priceCents,
        boolean flat,
        int max,
        int value,
        int was,
        int active,
        int next,
        List<String> requires) {

    public ProductRow {
        requires = List.copyOf(requires);
    }

    /** Whether some of it leaves with this month. */
    public boolean leaves() {
        return active > next;
    }

    public int leaving() {
        return active - next;
    }
}
