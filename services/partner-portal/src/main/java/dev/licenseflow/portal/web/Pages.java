package dev.licenseflow.portal.web;

import dev.licenseflow.portal.license.Page;

/**
 * Where a page stands among the others.
 *
 * @param number counted from 1
 */
public record Pages(int number, int count, long total) {

    static Pages of(Page<?> page) {
        long count = Math.max(1, (page.total() + page.size() - 1) / page.size());
        return new Pages(page.page() + 1, Math.toIntExact(count), page.total());
    }

    public boolean hasPrevious() {
        return number > 1;
    }

    public boolean hasNext() {
        return number < count;
    }
}
