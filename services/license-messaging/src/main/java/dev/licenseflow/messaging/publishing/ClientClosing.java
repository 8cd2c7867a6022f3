package dev.licenseflow.messaging.publishing;

/** Closing Kafka clients on threads that are ended by interrupting them. */
public final class ClientClosing {

    private ClientClosing() {}

    /**
     * Closes a client as on a thread that nobody has interrupted; the thread is interrupted again when this returns. On an
     * interrupted thread a client gives up at once: it logs an error, the brokers keep its session until that times out, and
     * what a producer has not sent is dropped.
     *
     * @param close the client's own method, with its own time limit
     */
    public static void uninterrupted(Runnable close) {
        boolean interrupted = Thread.interrupted();
        try {
            close.run();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
