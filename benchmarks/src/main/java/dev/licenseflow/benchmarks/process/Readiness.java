package dev.licenseflow.benchmarks.process;

import java.io.IOException;

/** What the processes say to the one that started them, and how they learn that it wants them to end. */
final class Readiness {

    static final String PREFIX = "ready ";

    private Readiness() {}

    /** Says that the process is ready, and comes back when it shall end. */
    static void announceAndWait(String line) throws IOException {
        System.out.println(PREFIX + line);
        while (System.in.read() >= 0) {
            // Nothing is ever sent: the end of the input is the signal.
        }
    }
}
