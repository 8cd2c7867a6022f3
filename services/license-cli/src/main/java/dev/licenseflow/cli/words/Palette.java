package dev.licenseflow.cli.words;

import picocli.CommandLine.Help.Ansi;

/** Colours for a terminal that shows them; plain text for files, pipes and those who set {@code NO_COLOR}. */
public final class Palette {

    private static final String RESET = "\u001B[0m";

    private final boolean coloured;

    public Palette(boolean coloured) {
        this.coloured = coloured;
    }

    /** As the terminal and the environment of this process have it. */
    public static Palette ofTerminal() {
        return new Palette(Ansi.AUTO.enabled());
    }

    public String good(String text) {
        return in("32", text);
    }

    public String bad(String text) {
        return in("31", text);
    }

    public String pending(String text) {
        return in("33", text);
    }

    public String strong(String text) {
        return in("1", text);
    }

    public String faint(String text) {
        return in("2", text);
    }

    private String in(String code, String text) {
        return coloured ? "\u001B[" + code + "m" + text + RESET : text;
    }
}
