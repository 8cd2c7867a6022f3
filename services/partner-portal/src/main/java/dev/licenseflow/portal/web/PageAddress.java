package dev.licenseflow.portal.web;

import dev.licenseflow.portal.license.CustomerSearch.SortBy;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** The address of the current page. It says what a list shows, so that a list can be bookmarked. */
public final class PageAddress {

    private static final int LONGEST_TEXT = 100;
    private static final int LAST_PAGE = 10_000;

    private final HttpServletRequest request;

    PageAddress(HttpServletRequest request) {
        this.request = request;
    }

    /** A parameter; empty if there is none. */
    public String parameter(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    /** What is searched for. */
    public String text() {
        String text = parameter("busca").strip();
        return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    }

    /** The page of the list, counted from 0. */
    public int page() {
        try {
            return Math.max(0, Math.min(LAST_PAGE, Integer.parseInt(parameter("pagina")) - 1));
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }

    public SortBy sortBy() {
        return Arrays.stream(SortBy.values())
                .filter(column -> column.name().equals(parameter("ordem")))
                .findFirst()
                .orElse(SortBy.NAME);
    }

    public boolean descending() {
        return parameter("sentido").equals("desc");
    }

    /** For screen readers: how the column is sorted. */
    public String ariaSort(SortBy column) {
        if (column != sortBy()) {
            return "none";
        }
        return descending() ? "descending" : "ascending";
    }

    /** The same list by another column; by the same column in the other direction. */
    public String sortedBy(SortBy column) {
        String direction = column == sortBy() && !descending() ? "desc" : "asc";
        return with("ordem", column.name(), "sentido", direction, "pagina", "1");
    }

    /** Another page of the list, counted from 0. */
    public String toPage(int number) {
        return with("pagina", Integer.toString(number + 1));
    }

    /** The query of this page with other parameters: an address relative to the page. */
    public String with(String... namesAndValues) {
        UriComponentsBuilder address =
                ServletUriComponentsBuilder.fromRequest(request).replaceQueryParam("lang");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            address.replaceQueryParam(namesAndValues[i], namesAndValues[i + 1]);
        }
        return "?" + address.build().getQuery();
    }
}
