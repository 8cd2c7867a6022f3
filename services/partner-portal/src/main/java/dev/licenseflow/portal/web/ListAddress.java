package dev.licenseflow.portal.web;

import dev.licenseflow.portal.license.CustomerSearch.SortBy;
import java.util.Arrays;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** What a list shows, as it stands in its address, so that it can be kept as a bookmark. */
public record ListAddress(
        String path, String text, String status, String system, SortBy sortBy, boolean descending, int page) {

    private static final int LONGEST_TEXT = 100;
    private static final int LAST_PAGE = 10_000;

    static ListAddress read(String path, Map<String, String> parameters) {
        String text = parameters.getOrDefault("busca", "").strip();
        return new ListAddress(
                path,
                text.substring(0, Math.min(text.length(), LONGEST_TEXT)),
                parameters.getOrDefault("status", ""),
                parameters.getOrDefault("produto", ""),
                sortBy(parameters.getOrDefault("ordem", "")),
                parameters.getOrDefault("sentido", "").equals("desc"),
                page(parameters.getOrDefault("pagina", "")));
    }

    /** The page that was asked for, counted from 0. */
    static int page(String text) {
        try {
            return text.isBlank() ? 0 : Math.max(0, Math.min(LAST_PAGE, Integer.parseInt(text) - 1));
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }

    public String toPage(int other) {
        return address(sortBy, descending, other);
    }

    /** The same list by another column; by the same one, the other way round. */
    public String sortedBy(SortBy column) {
        return address(column, column == sortBy && !descending, 0);
    }

    /** For screen readers: how the column is sorted. */
    public String ariaSort(SortBy column) {
        if (column != sortBy) {
            return "none";
        }
        return descending ? "descending" : "ascending";
    }

    private String address(SortBy column, boolean downwards, int number) {
        return UriComponentsBuilder.fromUriString(path)
                .queryParam("busca", "{text}")
                .queryParam("status", "{status}")
                .queryParam("produto", "{system}")
                .queryParam("ordem", column.name())
                .queryParam("sentido", downwards ? "desc" : "asc")
                .queryParam("pagina", number + 1)
                .encode()
                .buildAndExpand(text, status, system)
                .toUriString();
    }

    private static SortBy sortBy(String name) {
        return Arrays.stream(SortBy.values())
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElse(SortBy.NAME);
    }
}
