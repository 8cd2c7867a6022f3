package dev.licenseflow.standalone.broker;

import java.util.function.Consumer;
import org.apache.kafka.common.utils.internals.Exit;
import org.jspecify.annotations.Nullable;

/**
 * What happens when the broker cannot go on, as when its disk is full. Kafka then ends the process it runs in, without a
 * word on the terminal; here its last words are shown first.
 */
public final class FatalFaults {

    private static final int FAILURE = 1;

    private FatalFaults() {}

    /**
     * Has the end of the broker told before it ends this process.
     *
     * @param lastWords told in one line what happened; called at most once per fault, on a thread of the broker's
     */
    public static void tell(Consumer<String> lastWords) {
        Exit.setExitProcedure((status, message) -> end(lastWords, message));
        Exit.setHaltProcedure((status, message) -> end(lastWords, message));
    }

    /** Without shutdown hooks: they would wait for a broker that no longer answers. */
    private static void end(Consumer<String> lastWords, @Nullable String message) {
        try {
            lastWords.accept("The Kafka broker stopped after a fatal fault" + (message == null ? "" : ": " + message));
        } finally {
            Runtime.getRuntime().halt(FAILURE);
        }
    }
}
