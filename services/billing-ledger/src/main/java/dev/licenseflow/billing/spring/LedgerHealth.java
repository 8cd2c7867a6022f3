package dev.licenseflow.billing.spring;

import dev.licenseflow.billing.alarm.AlarmBook;
import dev.licenseflow.billing.outbox.Outbox;
import dev.licenseflow.billing.outbox.OutboxRelay;
import dev.licenseflow.billing.outbox.RelayState;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/**
 * The state of the ledger as the health component {@code ledger}, on which readiness depends: its database answers and records
 * come in. Settlements wait in the database while they cannot be published, and alarms are for people: both are shown only.
 */
class LedgerHealth implements HealthIndicator {

    private final JdbcClient database;
    private final AlarmBook alarms;
    private final Outbox outbox;
    private final OutboxRelay relay;
    private final TopicReading reading;
    private final boolean kafka;

    LedgerHealth(
            JdbcClient database,
            AlarmBook alarms,
            Outbox outbox,
            OutboxRelay relay,
            TopicReading reading,
            LedgerProperties properties) {
        this.database = database;
        this.alarms = alarms;
        this.outbox = outbox;
        this.relay = relay;
        this.reading = reading;
        this.kafka = properties.ledger().kafka();
    }

    @Override
    public Health health() {
        try {
            database.sql("select 1").query(Integer.class).single();
            Health.Builder health = reading();
            if (kafka) {
                RelayState publishing = relay.state();
                health.withDetail("publishing", publishing.name());
            }
            return health.withDetail("alarms", alarms.count())
                    .withDetail("unpublished", outbox.backlog())
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
            case READING -> Health.up();
            case WAITING -> Health.outOfService();
            case BROKEN -> Health.down();
        };
        return health.withDetail("reading", reading.state().name());
    }
}
