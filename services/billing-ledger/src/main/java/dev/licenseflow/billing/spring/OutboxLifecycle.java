package dev.licenseflow.billing.spring;

import dev.licenseflow.billing.outbox.OutboxRelay;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Publishes while the service runs. */
class OutboxLifecycle implements SmartLifecycle {

    private static final long STOP_MILLIS = 10_000;

    private final OutboxRelay relay;
    private final boolean enabled;
    private volatile @Nullable Thread thread;

    OutboxLifecycle(OutboxRelay relay, boolean enabled) {
        this.relay = relay;
        this.enabled = enabled;
    }

    @Override
    public void start() {
        if (enabled) {
            Thread started = new Thread(relay, "outbox-relay");
            thread = started;
            started.start();
        }
    }

    /** What is recorded by then and not published is published after the next start. */
    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running == null) {
            return;
        }
        running.interrupt();
        try {
            running.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
