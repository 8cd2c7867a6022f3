package dev.licenseflow.processor.spring;

import dev.licenseflow.processor.query.NotAnswerableException;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.KafkaStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * The state of the processor as the health component {@code processor}, on which readiness depends. It is up when each
 * customer has an owner, this instance or another; and stays so while the group shares the customers out anew, as it does
 * within seconds when an instance comes or goes.
 */
@Component("processor")
class ProcessorHealth implements HealthIndicator {

    /** A rebalance that takes longer than this is an outage. */
    private static final Duration REBALANCE = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(ProcessorHealth.class);

    private final ProcessorLifecycle lifecycle;
    private volatile Instant lastUp = Instant.EPOCH;

    ProcessorHealth(ProcessorLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public Health health() {
        return lifecycle
                .state()
                .map(this::health)
                .orElseGet(() -> Health.outOfService().withDetail("waitsFor", lifecycle.waitsFor()))
                .build();
    }

    private Health.Builder health(KafkaStreams.State state) {
        Health.Builder health = switch (state) {
            case RUNNING -> running();
            case REBALANCING -> wasJustUp() ? Health.up() : Health.outOfService();
            case CREATED, PENDING_SHUTDOWN, NOT_RUNNING -> Health.outOfService();
            case PENDING_ERROR, ERROR -> Health.down();
        };
        return health.withDetail("state", state.name());
    }

    private Health.Builder running() {
        try {
            if (lifecycle.everyCustomerHasAnOwner()) {
                lastUp = Instant.now();
                return Health.up();
            }
        } catch (NotAnswerableException unknown) {
            LOG.debug("The group does not tell who owns the customers", unknown);
        }
        return wasJustUp() ? Health.up() : Health.outOfService().withDetail("waitsFor", "owners of all customers");
    }

    private boolean wasJustUp() {
        return lastUp.plus(REBALANCE).isAfter(Instant.now());
    }
}
