package dev.licenseflow.database.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.messaging.publishing.ClientClosing;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class BackgroundLifecycleTest {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final AtomicReference<String> closed = new AtomicReference<>("not closed");

    @Test
    void whatIsStoppedHasClosedItsClientUndisturbedAndStaysInterrupted() throws Exception {
        BackgroundLifecycle lifecycle = new BackgroundLifecycle(this::work, "work", true);
        lifecycle.start();
        begun.await();

        lifecycle.stop();

        assertThat(closed).hasValue("not interrupted, then true");
        assertThat(lifecycle.isRunning()).isFalse();
    }

    /** Works until it is interrupted, and keeps that in mind, as Kafka's clients do. */
    private void work() {
        begun.countDown();
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
        ClientClosing.uninterrupted(
                () -> closed.set(Thread.currentThread().isInterrupted() ? "interrupted" : "not interrupted"));
        closed.set(closed.get() + ", then " + Thread.currentThread().isInterrupted());
    }
}
