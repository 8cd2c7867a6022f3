package dev.licenseflow.database.spring;

import dev.licenseflow.database.spring.TopicReading.ReadingState;
import java.util.function.Consumer;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/**
 * The state that a service's readiness depends on: the database answers, the reading has caught up once since the start, and nothing
 * has stopped it.
 */
public final class DatabaseHealth implements HealthIndicator {

    private final JdbcClient database;
    private final TopicReading reading;
    private final Status whileWaiting;
    private final Consumer<Health.Builder> details;

    /**
     * @param whileWaiting the state while the database answers but records cannot be entered, for example since the registry does
     *     not answer; it applies once the reading has caught up
     * @param details adds what else is shown, and may query the database
     */
    public DatabaseHealth(
            JdbcClient database, TopicReading reading, Status whileWaiting, Consumer<Health.Builder> details) {
        this.database = database;
        this.reading = reading;
        this.whileWaiting = whileWaiting;
        this.details = details;
    }

    @Override
    public Health health() {
        try {
            database.sql("select 1").query(Integer.class).single();
            Health.Builder health = reading.state()
                    .map(this::health)
                    .orElseGet(() -> Health.up().withDetail("reading", "off"));
            details.accept(health);
            return health.build();
        } catch (DataAccessException | TransactionException unreachable) {
            return Health.outOfService().withDetail("waitsFor", "the database").build();
        }
    }

    private Health.Builder health(ReadingState state) {
        Status status = switch (state) {
            case JOINING, CATCHING_UP -> Status.OUT_OF_SERVICE;
            case READING -> Status.UP;
            case WAITING -> reading.hasCaughtUp() ? whileWaiting : Status.OUT_OF_SERVICE;
            case BROKEN -> Status.DOWN;
        };
        Health.Builder health = Health.status(status).withDetail("reading", state.name());
        reading.behind().ifPresent(behind -> health.withDetail("behind", behind));
        return health;
    }
}
