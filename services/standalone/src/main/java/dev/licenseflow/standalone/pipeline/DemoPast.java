package dev.licenseflow.standalone.pipeline;

import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.messaging.json.DefaultCatalog;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import dev.licenseflow.portal.demo.DemoAccess;
import dev.licenseflow.portal.demo.DemoHistory;
import dev.licenseflow.postgres.EmbeddedDatabase;
import dev.licenseflow.standalone.broker.EmbeddedBroker;
import dev.licenseflow.standalone.broker.ShiftedClock;
import dev.licenseflow.standalone.startup.DataFolder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The months before the first start of a data folder, lived through on a clock that is set back, so that the demonstration has
 * customers who have not renewed. It is over before the processor starts: time must never go back under its feet.
 */
final class DemoPast {

    static final String PORTAL_DATABASE = "portal";

    /** What is in flight when the clock is put forward would look months old: a moment, and nothing is. */
    private static final long QUIET_MILLIS = 500;

    private final DemoHistory history;
    private final ShiftedClock clock;

    private DemoPast(DemoHistory history) {
        this.history = history;
        this.clock = new ShiftedClock(history.beginning());
    }

    /** There is none in a folder that has a broker already, whose records have their times, and none before the first catalog. */
    static Optional<DemoPast> of(DataFolder folder, BusinessCalendar calendar, Instant now) {
        DemoHistory history = new DemoHistory(calendar, now);
        boolean possible = !EmbeddedBroker.isIn(folder)
                && !DefaultCatalog.load().effectiveFrom().isAfter(history.beginning());
        return possible ? Optional.of(new DemoPast(history)) : Optional.empty();
    }

    /** For the broker; it stands in the past until {@link #publish} is done, and is the system's clock from then on. */
    ShiftedClock clock() {
        return clock;
    }

    /**
     * Publishes the requests of the past.
     *
     * @return how to get in as the partners that were made for them
     */
    List<DemoAccess> publish(EmbeddedDatabase database, KafkaAccess access) {
        List<DemoAccess> made = history.publish(
                new DriverManagerDataSource(database.database(PORTAL_DATABASE), EmbeddedDatabase.USER, ""),
                access,
                then -> {
                    pause();
                    clock.set(then);
                });
        pause();
        clock.reset();
        return made;
    }

    private static void pause() {
        try {
            Thread.sleep(QUIET_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while the demonstration was made", stopped);
        }
    }
}
