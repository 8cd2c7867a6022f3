package dev.licenseflow.portal.customer;

import java.text.Normalizer;
import java.util.Locale;

/** Names as they are searched and sorted: without case and accents. */
public final class SearchText {

    private SearchText() {}

    /** The text in small letters, without accents and needless space. */
    public static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .strip();
    }
}
