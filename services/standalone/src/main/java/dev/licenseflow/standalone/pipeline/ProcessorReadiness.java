package dev.licenseflow.standalone.pipeline;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ApplicationContext;

/** Whether the processor decides requests. */
public final class ProcessorReadiness {

    /** Restoring the stores of a large pipeline takes minutes, not seconds. */
    private static final Duration TIMEOUT = Duration.ofMinutes(15);

    private static final long POLL_MILLIS = 50;
    private static final int POLLS_PER_REPORT = 100;

    private final HealthIndicator indicator;

    ProcessorReadiness(ApplicationContext processor) {
        this.indicator = processor.getBean("processor", HealthIndicator.class);
    }

    /**
     * Returns when it runs.
     *
     * @param progress told every few seconds that it does not yet
     * @throws IllegalStateException if it stops, or does not come to run in time
     */
    void await(Consumer<StartPhase> progress) {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        for (int poll = 1; System.nanoTime() - deadline < 0; poll++) {
            Health health = health();
            if (health.getStatus().equals(Status.UP)) {
                return;
            }
            if (health.getStatus().equals(Status.DOWN)) {
                throw new IllegalStateException("The processor stopped: " + health.getDetails());
            }
            if (poll % POLLS_PER_REPORT == 0) {
                progress.accept(StartPhase.RESTORING);
            }
            pause();
        }
        throw new IllegalStateException("The processor did not come to run within " + TIMEOUT.toMinutes() + " minutes");
    }

    /** What has stopped it for good, if anything has. */
    Optional<String> failure() {
        Health health = health();
        return health.getStatus().equals(Status.DOWN)
                ? Optional.of("The license processor stopped because of a fault: " + health.getDetails())
                : Optional.empty();
    }

    private Health health() {
        Health health = indicator.health();
        return health == null ? Health.unknown().build() : health;
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while the processor was starting", stopped);
        }
    }
}
