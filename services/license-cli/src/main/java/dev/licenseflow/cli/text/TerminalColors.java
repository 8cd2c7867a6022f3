package dev.licenseflow.cli.text;

import picocli.CommandLine.Help.Ansi;

/**
 * Colors for a terminal that shows them; plain text for files, for pipes and if {@code NO_COLOR} is set.
 *
 * @param enabled whether the terminal shows them
 */
public record TerminalColors(boolean enabled) {

    /** As the terminal and the environment of this process have it. */
    public static TerminalColors ofTerminal() {
        return new TerminalColors(Ansi.AUTO.enabled());
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
        return enabled ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }
}
