package dev.licenseflow.portal.license;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * A part of a list.
 *
 * @param total of the whole list
 * @param page the first is 0
 * @param size items on a full page
 */
@Schema(requiredProperties = {"items", "total", "page", "size"})
public record Page<T>(List<T> items, long total, int page, int size) {

    public Page {
        items = List.copyOf(items);
    }
}
