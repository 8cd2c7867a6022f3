package dev.licenseflow.standalone.broker;

import java.util.function.Consumer;
import org.apache.kafka.common.utils.internals.Exit;
import org.jspecify.annotations.Nullable;

/**
 * Handles faults after which the broker cannot go on, such as a full disk. Kafka's server then ends the process through
 * its internal class {@code Exit}, mostly by a halt that no shutdown hook sees. {@code KafkaRaftServer} takes no fault
 * handler, so the procedures of {@code Exit} are the only place to tell the user why the process ends.
 */
public final class FatalFaults {

    private static final int FAILURE = 1;

    private FatalFaults() {}

    /**
     * Reports a fatal fault before it ends this process.
     *
     * @param report gets one line that says what happened; called at most once per fault, on a thread of the broker
     */
    public static void tell(Consumer<String> report) {
        Exit.Procedure procedure = (status, message) -> end(report, message);
        Exit.setExitProcedure(procedure);
        Exit.setHaltProcedure(procedure);
    }

    /** Without shutdown hooks: they would wait for a broker that no longer answers. */
    private static void end(Consumer<String> report, @Nullable String message) {
        try {
            report.accept("The Kafka broker stopped after a fatal fault" + (message == null ? "" : ": " + message));
        } finally {
            Runtime.getRuntime().halt(FAILURE);
        }
    }
}
