package dev.licenseflow.cli;

import java.nio.file.Path;

/** How tests start {@code up}. */
final class UpOptions {

    private UpOptions() {}

    /** The command with free ports and a data folder in that one, unless the options say otherwise: none may be given twice. */
    static String[] in(Path folder, String... options) {
        String given = String.join(" ", options);
        StringBuilder line = new StringBuilder("up ").append(given);
        for (String port :
                new String[] {"--kafka-port", "--registry-port", "--http-port", "--ledger-port", "--portal-port"}) {
            line.append(given.contains(port) ? "" : " " + port + " 0");
        }
        line.append(given.contains("--data") ? "" : " --data " + folder.resolve("data"));
        return line.toString().trim().split(" +");
    }
}
