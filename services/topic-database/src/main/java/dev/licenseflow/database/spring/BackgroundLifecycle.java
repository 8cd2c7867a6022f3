package dev.licenseflow.database.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Runs work on a thread of its own while the service runs. */
public final class BackgroundLifecycle implements SmartLifecycle {

    private static final long STOP_MILLIS = 10_000;

    private final Runnable work;
    private final String name;
    private final boolean enabled;
    private volatile @Nullable Thread thread;

    /**
     * @param work has to end when its thread is interrupted
     * @param enabled whether it runs at all
     */
    public BackgroundLifecycle(Runnable work, String name, boolean enabled) {
        this.work = work;
        this.name = name;
        this.enabled = enabled;
    }

    @Override
    public void start() {
        if (enabled) {
            Thread started = new Thread(work, name);
            thread = started;
            started.start();
        }
    }

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
