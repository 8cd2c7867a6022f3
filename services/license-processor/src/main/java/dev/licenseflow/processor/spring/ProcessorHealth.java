package dev.licenseflow.processor.spring;

import org.apache.kafka.streams.KafkaStreams;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** The state of the processor as the health component {@code processor}, on which readiness depends. */
@Component("processor")
class ProcessorHealth implements HealthIndicator {

    private final ProcessorLifecycle lifecycle;

    ProcessorHealth(ProcessorLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public Health health() {
        return lifecycle
                .state()
                .map(ProcessorHealth::health)
                .orElseGet(() -> Health.outOfService().withDetail("waitsFor", lifecycle.waitsFor()))
                .build();
    }

    private static Health.Builder health(KafkaStreams.State state) {
        Health.Builder health = switch (state) {
            case RUNNING -> Health.up();
            case CREATED, REBALANCING, PENDING_SHUTDOWN, NOT_RUNNING -> Health.outOfService();
            case PENDING_ERROR, ERROR -> Health.down();
        };
        return health.withDetail("state", state.name());
    }
}
