package dev.licenseflow.standalone.pipeline;

import dev.licenseflow.standalone.startup.Ports;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One of the services in this JVM: as it is deployed, except for its address and the addresses of the others.
 *
 * @param name for people, such as "license processor"
 * @param component the name of the health component that tells whether it works
 * @param port on which it listens
 */
record SpringService(String name, ConfigurableApplicationContext context, String component, int port)
        implements AutoCloseable {

    /** Restoring the stores of a large pipeline takes minutes, not seconds. */
    private static final Duration TIMEOUT = Duration.ofMinutes(15);

    private static final long POLL_MILLIS = 50;
    private static final int POLLS_PER_REPORT = 100;

    /**
     * Starts it; it may not work yet when this returns.
     *
     * @param port 0 takes a free one
     */
    static SpringService start(
            String name,
            SpringApplicationBuilder application,
            String component,
            String host,
            int port,
            Map<String, Object> properties) {
        int listening = port == 0 ? Ports.free(host) : port;
        Stream<String> address = Stream.of("--server.address=" + host, "--server.port=" + listening);
        Stream<String> own =
                properties.entrySet().stream().map(entry -> "--" + entry.getKey() + "=" + entry.getValue());
        ConfigurableApplicationContext context = application
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .run(Stream.concat(address, own).toArray(String[]::new));
        return new SpringService(name, context, component, listening);
    }

    /**
     * Returns when it works.
     *
     * @param waiting run every few seconds until then
     * @throws IllegalStateException if it stops, or does not work in time
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
        throw new IllegalStateException("The " + name + " is not ready after " + TIMEOUT.toMinutes() + " minutes");
    }

    /** The fault that has stopped it for good, if there is one. */
    Optional<String> failure() {
        Health health = health();
        return health.getStatus().equals(Status.DOWN)
                ? Optional.of("The " + name + " stopped because of a fault: " + health.getDetails())
                : Optional.empty();
    }

    private Health health() {
        Health health = context.getBean(component, HealthIndicator.class).health();
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

    @Override
    public void close() {
        context.close();
    }
}
