package dev.licenseflow.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and SIGTERM for a command that has something to stop first. The process waits until the command says that it
 * has stopped, and ends with status 0: it did what it was asked to.
 */
final class StopSignal {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    private StopSignal() {}

    static StopSignal install() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(new Thread(signal::onShutdown, "stop-signal"));
        return signal;
    }

    boolean isAsked() {
        return asked.getCount() == 0;
    }

    /** Whether the user asked to stop before the time was over. */
    boolean await(Duration time) throws InterruptedException {
        return asked.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Lets the process end; to be called when nothing is left to stop, whether asked to or not. */
    void done() {
        stopped.countDown();
    }

    private void onShutdown() {
        if (stopped.getCount() == 0) {
            return; // the command ended by itself, with a status of its own
        }
        asked.countDown();
        int status = 1;
        try {
            status = stopped.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) ? 0 : 1;
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
        // Without it the status would be that of the signal.
        Runtime.getRuntime().halt(status);
    }
}
