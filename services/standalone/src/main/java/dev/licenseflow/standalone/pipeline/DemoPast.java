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
 * The months before the first start of a data folder, played on a clock that is set back, so that the demonstration has
 * customers who have not renewed. It is over before the processor starts, for which time must never go back.
 */
final class DemoPast {

    static final String PORTAL_DATABASE = "portal";

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
     * Publishes the requests of the past. The clock is put forward only when all requests so far are acknowledged: what is
     * under way then would look months old to the broker.
     *
     * @return how to get in as the partners that were made for them
     */
    List<DemoAccess> publish(EmbeddedDatabase database, KafkaAccess access) {
        List<DemoAccess> made = history.publish(
                new DriverManagerDataSource(database.database(PORTAL_DATABASE), EmbeddedDatabase.USER, ""),
                access,
                clock::set);
        clock.reset();
        return made;
    }
}
