package dev.licenseflow.billing.spring.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param next what the next part is asked for with, as {@code after}; empty at the end
 */
record ItemPage<T>(List<T> items, Optional<String> next) {

    static final String DEFAULT_SIZE = "50";
    static final int MAX_SIZE = 500;

    ItemPage {
        items = List.copyOf(items);
    }

    /**
     * Makes a page of what was found.
     *
     * @param found one more than the page holds, if there is more
     * @param position by what the next page goes on after an item
     */
    static <F, T> ItemPage<T> of(List<F> found, int size, Function<F, String> position, Function<F, T> view) {
        List<F> shown = found.size() > size ? found.subList(0, size) : found;
        Optional<String> next =
                found.size() > size ? Optional.of(position.apply(shown.get(size - 1))) : Optional.empty();
        return new ItemPage<>(shown.stream().map(view).toList(), next);
    }

    /** How many items to look for, which is one more than are shown. */
    static int limit(int size) {
        if (size < 1 || size > MAX_SIZE) {
            throw RequestProblem.badRequest("SIZE_OUT_OF_RANGE", "size is 1 to " + MAX_SIZE);
        }
        return size + 1;
    }
}
