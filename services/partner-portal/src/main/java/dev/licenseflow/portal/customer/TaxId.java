package dev.licenseflow.portal.customer;

import java.util.Locale;
import java.util.Optional;

/**
 * A Brazilian tax id with valid check digits: the CNPJ of a company, also the alphanumeric one issued since July 2026, or the
 * CPF of a person.
 *
 * @param digits without punctuation: 14 characters of a CNPJ or 11 digits of a CPF
 */
public record TaxId(String digits) {

    private static final int CNPJ_LENGTH = 14;
    private static final int CPF_LENGTH = 11;
    private static final int CNPJ_HIGHEST_WEIGHT = 9;
    private static final int CPF_HIGHEST_WEIGHT = 11;

    /** @throws IllegalArgumentException if the check digits do not fit */
    public TaxId {
        if (!isValid(digits)) {
            throw new IllegalArgumentException("Not a CNPJ or CPF");
        }
    }

    /** Reads a tax id with or without punctuation; empty if it is none. */
    public static Optional<TaxId> parse(String text) {
        String bare = text.replaceAll("[\\s./-]", "").toUpperCase(Locale.ROOT);
        return isValid(bare) ? Optional.of(new TaxId(bare)) : Optional.empty();
    }

    public boolean isCompany() {
        return digits.length() == CNPJ_LENGTH;
    }

    /** With the usual punctuation. */
    public String formatted() {
        return isCompany()
                ? digits.substring(0, 2) + "." + digits.substring(2, 5) + "." + digits.substring(5, 8) + "/"
                        + digits.substring(8, 12) + "-" + digits.substring(12)
                : digits.substring(0, 3) + "." + digits.substring(3, 6) + "." + digits.substring(6, 9) + "-"
                        + digits.substring(9);
    }

    private static boolean isValid(String bare) {
        if (bare.matches("[0-9A-Z]{12}[0-9]{2}")) {
            return fits(bare, CNPJ_HIGHEST_WEIGHT);
        }
        return bare.length() == CPF_LENGTH && bare.matches("[0-9]+") && fits(bare, CPF_HIGHEST_WEIGHT);
    }

    /** An id of one repeated character has valid check digits, but is never issued. */
    private static boolean fits(String bare, int highestWeight) {
        int first = bare.length() - 2;
        return bare.chars().distinct().count() > 1
                && checkDigit(bare, first, highestWeight) == bare.charAt(first) - '0'
                && checkDigit(bare, first + 1, highestWeight) == bare.charAt(first + 1) - '0';
    }

    /** The weights are 2, 3, … from the right, and 2 again after the highest; the value of a letter is its code minus 48. */
    private static int checkDigit(String bare, int position, int highestWeight) {
        int sum = 0;
        int weight = 2;
        for (int i = position - 1; i >= 0; i--) {
            sum += (bare.charAt(i) - '0') * weight;
            weight = weight == highestWeight ? 2 : weight + 1;
        }
        int rest = sum % 11;
        return rest < 2 ? 0 : 11 - rest;
    }
}
