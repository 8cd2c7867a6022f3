package dev.licenseflow.domain.request;

import java.util.List;

/**
 * The bounds of what can be decided at all. A record beyond them cannot be decoded (D1): its decision, which repeats
 * what was asked, might not fit a record.
 */
final class Identifiers {

    static final int MAX_LENGTH = 128;
    static final int MAX_NOTE_LENGTH = 500;
    static final int MAX_LINES = 200;
    static final int MAX_CHARGE_IDS = 1_000;
    static final int MAX_CHARGE_IDS_LENGTH = 200_000;
    static final int MAX_CHARGE_ID_LENGTH = 5_000;
    static final long MAX_AMOUNT_CENTS = 1_000_000_000_000L;

    private Identifiers() {}

    /** @throws IllegalArgumentException if the identifier is blank, too long or holds a control character */
    static void check(String name, String id) {
        if (id.isBlank()) {
            throw new IllegalArgumentException(name + " is empty");
        }
        checkText(name, id);
    }

    /** @throws IllegalArgumentException if the text is too long or holds a control character */
    static void checkText(String name, String text) {
        checkText(name, text, MAX_LENGTH);
    }

    /** @throws IllegalArgumentException if a text for people is too long or holds a control character */
    static void checkNote(String name, String text) {
        checkText(name, text, MAX_NOTE_LENGTH);
    }

    private static void checkText(String name, String text, int maxLength) {
        if (text.length() > maxLength) {
            throw new IllegalArgumentException(
                    name + " has " + text.length() + " characters, at most " + maxLength + " are allowed");
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                throw new IllegalArgumentException(name + " has a control character");
            }
        }
    }

    /** @throws IllegalArgumentException if the id of a charge is too long or holds a control character */
    static void checkChargeId(String name, String chargeId) {
        checkText(name, chargeId, MAX_CHARGE_ID_LENGTH);
    }

    /** @throws IllegalArgumentException if the amount is so high that sums could overflow */
    static void checkAmount(String name, long amountCents) {
        if (amountCents > MAX_AMOUNT_CENTS) {
            throw new IllegalArgumentException(
                    name + " is " + amountCents + ", at most " + MAX_AMOUNT_CENTS + " are allowed");
        }
    }

    /** @throws IllegalArgumentException if there are too many lines */
    static <L> List<L> checkedLines(String name, List<L> lines) {
        if (lines.size() > MAX_LINES) {
            throw new IllegalArgumentException(
                    name + " has " + lines.size() + " lines, at most " + MAX_LINES + " are allowed");
        }
        return List.copyOf(lines);
    }

    /** @throws IllegalArgumentException if there are too many charge ids, or they are too long together */
    static void checkChargeIds(List<String> chargeIds) {
        if (chargeIds.size() > MAX_CHARGE_IDS) {
            throw new IllegalArgumentException(
                    "chargeIds has " + chargeIds.size() + " entries, at most " + MAX_CHARGE_IDS + " are allowed");
        }
        long length = chargeIds.stream().mapToLong(String::length).sum();
        if (length > MAX_CHARGE_IDS_LENGTH) {
            throw new IllegalArgumentException(
                    "chargeIds has " + length + " characters, at most " + MAX_CHARGE_IDS_LENGTH + " are allowed");
        }
    }
}
