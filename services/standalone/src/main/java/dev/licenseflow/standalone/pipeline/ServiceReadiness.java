package dev.licenseflow.standalone.pipeline;

import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ApplicationContext;

/** Whether one of the services does its work, by its own health indicator. */
public final class ServiceReadiness {

    /** Restoring the stores of a large pipeline takes minutes, not seconds. */
    private static final Duration TIMEOUT = Duration.ofMinutes(15);

    private static final long POLL_MILLIS = 50;
    private static final int POLLS_PER_REPORT = 100;

    private final String name;
    private final HealthIndicator indicator;

    /**
     * Of one service.
     *
     * @param name for people, such as "license processor"
     * @param component the name of its health component
     */
    ServiceReadiness(String name, ApplicationContext service, String component) {
        this.name = name;
        this.indicator = service.getBean(component, HealthIndicator.class);
    }

    /**
     * Returns when it works.
     *
     * @param waiting run every few seconds that it does not yet
     * @throws IllegalStateException if it stops, or does not come to run in time
     */
    void await(Runnable waiting) {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        for (int poll = 1; System.nanoTime() - deadline < 0; poll++) {
            Health health = health();
            if (health.getStatus().equals(Status.UP)) {
                return;
            }
            if (health.getStatus().equals(Status.DOWN)) {
                throw new IllegalStateException("The " + name + " stopped: " + health.getDetails());
            }
            if (poll % POLLS_PER_REPORT == 0) {
                waiting.run();
            }
            pause();
        }
        throw new IllegalStateException(
                "The " + name + " did not come to run within " + TIMEOUT.toMinutes() + " minutes");
    }

    /** What has stopped it for good, if anything has. */
    Optional<String> failure() {
        Health health = health();
        return health.getStatus().equals(Status.DOWN)
                ? Optional.of("The " + name + " stopped because of a fault: " + health.getDetails())
                : Optional.empty();
    }

    private Health health() {
        Health health = indicator.health();
        return health == null ? Health.unknown().build() : health;
    }

    private void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while the " + name + " was starting", stopped);
        }
    }
}
