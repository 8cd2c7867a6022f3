package dev.licenseflow.portal.license;

import dev.licenseflow.domain.request.RenewalMethod;
import java.util.Optional;

/**
 * A search for customers of a partner, with the order of the results.
 *
 * @param text a part of the name or of the tax id, in any case and punctuation, with or without accents; empty for all
 * @param page the first is 0
 */
public record CustomerSearch(
        String partnerId,
        String text,
        Optional<CustomerStatus> status,
        Optional<String> system,
        Optional<RenewalMethod> renewalMethod,
        SortBy sortBy,
        boolean descending,
        int page,
        int size) {

    /** The columns of the list. */
    public enum SortBy {
        NAME,
        TAX_ID,
        REGISTERED,
        PRODUCT,
        DUE,
        STATUS
    }
}
