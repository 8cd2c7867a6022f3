package dev.licenseflow.portal.spring;

import dev.licenseflow.portal.intake.UnreadableRecords;
import dev.licenseflow.portal.request.Outbox;
import dev.licenseflow.portal.request.RequestRelay;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/**
 * The state of the portal as the health component {@code portal}, on which readiness depends: its database answers and no bug
 * has stopped the reading. While Kafka is away people still work, and their requests wait: that is shown only.
 */
class PortalHealth implements HealthIndicator {

    private final JdbcClient database;
    private final Outbox outbox;
    private final RequestRelay relay;
    private final TopicReading reading;
    private final UnreadableRecords unreadable;
    private final boolean kafka;

    PortalHealth(
            JdbcClient database,
            Outbox outbox,
            RequestRelay relay,
            TopicReading reading,
            UnreadableRecords unreadable,
            PortalProperties properties) {
        this.database = database;
        this.outbox = outbox;
        this.relay = relay;
        this.reading = reading;
        this.unreadable = unreadable;
        this.kafka = properties.portal().kafka();
    }

    @Override
    public Health health() {
        try {
            database.sql("select 1").query(Integer.class).single();
            return reading()
                    .withDetail("unpublished", outbox.backlog())
                    .withDetail("unreadable", unreadable.count())
                    .build();
        } catch (DataAccessException | TransactionException unreachable) {
            return Health.outOfService().withDetail("waitsFor", "the database").build();
        }
    }

    private Health.Builder reading() {
        if (!kafka) {
            return Health.up().withDetail("reading", "off");
        }
        Health.Builder health = switch (reading.state()) {
            case READING, WAITING -> Health.up();
            case BROKEN -> Health.down();
        };
        return health.withDetail("reading", reading.state().name())
                .withDetail("publishing", relay.state().name());
    }
}
