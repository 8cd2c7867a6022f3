package dev.licenseflow.billing.spring.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param next the value of {@code after} for the next part; empty at the end
 */
record ItemPage<T>(
        List<T> items,

        @Schema(description = "The value of `after` for the next page; absent at the end")
        Optional<String> next) {

    /** Numbered lists begin after this number. */
    static final String START = "0";

    static final String DEFAULT_SIZE = "50";

    static final int MAX_SIZE = 500;

    ItemPage {
        items = List.copyOf(items);
    }

    /**
     * Makes a page of what was found.
     *
     * @param found one item more than the page holds, if there are more
     * @param position the value of {@code after} for the page that begins after an item
     */
    static <F, T> ItemPage<T> of(List<F> found, int size, Function<F, String> position, Function<F, T> view) {
        boolean more = found.size() > size;
        List<F> shown = more ? found.subList(0, size) : found;
        return new ItemPage<>(
                shown.stream().map(view).toList(),
                more ? Optional.of(position.apply(shown.get(size - 1))) : Optional.empty());
    }

    /** How many items to look for: one more than are shown. */
    static int limit(int size) {
        if (size < 1 || size > MAX_SIZE) {
            throw LedgerProblems.badRequest("SIZE_OUT_OF_RANGE", "size is 1 to " + MAX_SIZE);
        }
        return size + 1;
    }

    /** The number after which a page of a numbered list begins. */
    static long number(String after) {
        if (!after.matches("\\d{1,18}")) {
            throw LedgerProblems.badRequest("AFTER_INVALID", "after is what an earlier page gave as next");
        }
        return Long.parseLong(after);
    }
}
