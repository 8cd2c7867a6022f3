package dev.licenseflow.portal.demo;

import dev.licenseflow.database.OutboxRelay;
import dev.licenseflow.database.Transactions;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.portal.account.Accounts;
import dev.licenseflow.portal.customer.CustomerRepository;
import dev.licenseflow.portal.database.PortalTables;
import dev.licenseflow.portal.license.DecisionRepository;
import dev.licenseflow.portal.live.Changes;
import dev.licenseflow.portal.request.RecordedRequests;
import dev.licenseflow.portal.request.RequestService;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Registers the demonstration's customers that are EXPIRED or INACTIVE now in past months. The broker gives requests their time (rule
 * T1), so its clock is set back while they are published. That is possible on a new broker only, before anything else reads or writes
 * there. The requests go through the portal's tables and outbox like all others: after an interruption, what is unpublished goes out at
 * the next start, with the time of then, and {@link DemoData} adds what is missing.
 */
public final class DemoHistory {

    private static final int DAY_OF_MONTH = 10;

    private final BusinessCalendar calendar;
    private final Instant now;

    public DemoHistory(BusinessCalendar calendar, Instant now) {
        this.calendar = calendar;
        this.now = now;
    }

    /** When it begins: at noon of a day in the month before the last one. */
    public Instant beginning() {
        return moment(DemoCustomer.FIRST_MONTH_AGO);
    }

    /**
     * Enters and publishes the requests of each past month.
     *
     * @param database the portal's; its tables are made if they are not there
     * @param access to the broker, which has the topics and schemas
     * @param brokerClock sets the broker's clock; the caller sets it right after this, which leaves it in the last month
     * @return how to sign in as the partners that were made now
     */
    public List<DemoAccess> publish(DataSource database, KafkaAccess access, Consumer<Instant> brokerClock) {
        PortalTables.update(database);
        List<DemoAccess> made = new ArrayList<>();
        for (int monthsAgo = DemoCustomer.FIRST_MONTH_AGO; monthsAgo > 0; monthsAgo--) {
            Instant then = moment(monthsAgo);
            brokerClock.accept(then);
            made.addAll(publish(database, access, monthsAgo, Clock.fixed(then, calendar.zone())));
        }
        return made;
    }

    private static List<DemoAccess> publish(DataSource database, KafkaAccess access, int monthsAgo, Clock clock) {
        JdbcClient client = JdbcClient.create(database);
        Transactions transactions = new Transactions(database);
        CustomerRepository customers = new CustomerRepository(client);
        OutboxRelay<Request> relay = new OutboxRelay<>(
                RecordedRequests.outbox(client, clock),
                transactions,
                access,
                LicensingTopics.of(access.registry()).requests());
        RequestService service = new RequestService(
                transactions,
                customers,
                new RecordedRequests(client, clock),
                relay,
                new DecisionRepository(client),
                new Changes());
        List<DemoAccess> made =
                new DemoData(transactions, Accounts.in(database, clock), customers, service, clock).seed(monthsAgo);
        relay.publishBacklog();
        return made;
    }

    private Instant moment(int monthsAgo) {
        return calendar.monthOf(now)
                .minusMonths(monthsAgo)
                .atDay(DAY_OF_MONTH)
                .atTime(LocalTime.NOON)
                .atZone(calendar.zone())
                .toInstant();
    }
}
