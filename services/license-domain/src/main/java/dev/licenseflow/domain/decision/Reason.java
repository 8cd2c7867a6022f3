package dev.licenseflow.domain.decision;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Why something was refused (D2).
 *
 * @param product the code of the product it concerns, if it concerns one
 * @param facts what was asked and what is allowed, by name and sorted by it; amounts are in cents
 * @param messagePt for a person who reads Brazilian Portuguese
 * @param messageEn for a person who reads English
 */
public record Reason(
        RejectionCode code,
        Optional<String> product,
        SortedMap<String, String> facts,
        String messagePt,
        String messageEn) {

    public Reason {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    /** A reason that concerns the request as a whole. */
    public static Reason of(RejectionCode code, Map<String, String> facts, String messagePt, String messageEn) {
        return new Reason(code, Optional.empty(), new TreeMap<>(facts), messagePt, messageEn);
    }

    /** A reason that concerns one product. */
    public static Reason of(
            RejectionCode code, String product, Map<String, String> facts, String messagePt, String messageEn) {
        return new Reason(code, Optional.of(product), new TreeMap<>(facts), messagePt, messageEn);
    }
}
