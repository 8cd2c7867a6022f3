package dev.licenseflow.portal.browser;

/** The two languages of the screens. Tests name both texts and do not read them from the message files that they check. */
public enum Language {
    PORTUGUESE("pt-BR", ""),
    ENGLISH("en", "-en");

    private final String tag;
    private final String suffix;

    Language(String tag, String suffix) {
        this.tag = tag;
        this.suffix = suffix;
    }

    /** The language tag in pages and addresses. */
    public String tag() {
        return tag;
    }

    /** The suffix of the names of screenshots. */
    public String suffix() {
        return suffix;
    }

    public String say(String portuguese, String english) {
        return this == PORTUGUESE ? portuguese : english;
    }
}
