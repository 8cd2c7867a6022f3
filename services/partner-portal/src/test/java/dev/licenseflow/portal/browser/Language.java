package dev.licenseflow.portal.browser;

/** The two languages of the screens; tests name both texts, so that neither is taken from what it checks. */
public enum Language {
    PORTUGUESE("pt-BR", ""),
    ENGLISH("en", "-en");

    private final String tag;
    private final String suffix;

    Language(String tag, String suffix) {
        this.tag = tag;
        this.suffix = suffix;
    }

    /** As it stands in a page and in the address that asks for it. */
    public String tag() {
        return tag;
    }

    /** What tells the pictures of one from those of the other. */
    public String suffix() {
        return suffix;
    }

    public String say(String portuguese, String english) {
        return this == PORTUGUESE ? portuguese : english;
    }
}
