package dev.licenseflow.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licenseflow.database.OutboxRelay;
import dev.licenseflow.database.Transactions;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.portal.PortalDatabase;
import dev.licenseflow.portal.account.Accounts;
import dev.licenseflow.portal.customer.CustomerRepository;
import dev.licenseflow.portal.license.DecisionRepository;
import dev.licenseflow.portal.live.Changes;
import dev.licenseflow.portal.request.RecordedRequests;
import dev.licenseflow.portal.request.RequestService;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The past of the demonstration where it goes wrong: with a broker, the command {@code up} is tested. */
class DemoHistoryIT {

    private static final KafkaAccess NO_BROKER = KafkaAccess.of("127.0.0.1:1", "mock://demo-history");

    /** In the business zone it is still February. */
    private static final Instant NOW = Instant.parse("2026-03-01T01:00:00Z");

    private static final Instant BEGINNING = Instant.parse("2025-12-10T15:00:00Z");

    private final PortalDatabase database = PortalDatabase.create();
    private final DemoHistory history = new DemoHistory(BusinessCalendar.SAO_PAULO, NOW);
    private final List<Instant> times = new ArrayList<>();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void itBeginsInTheBusinessMonthBeforeTheLastOne() {
        assertThat(history.beginning()).isEqualTo(BEGINNING);
    }

    @Test
    void aStopInTheMidstLeavesNothingThatIsSentTwiceOrNever() {
        assertThatThrownBy(() -> history.publish(database.source(), NO_BROKER, times::add))
                .isInstanceOf(KafkaException.class);
        assertThat(times).containsExactly(BEGINNING);
        assertThat(count("select count(*) from customers where registered_at = '2025-12-10T15:00:00Z'"))
                .isEqualTo(2);
        assertThat(count("select count(*) from requests where published_at is null"))
                .isEqualTo(2);

        DemoData demo = demo();
        assertThat(demo.seed()).isEmpty();
        assertThat(demo.seed()).isEmpty();

        assertThat(count("select count(*) from customers")).isEqualTo(DemoCustomer.ALL.size());
        assertThat(count("select count(*) from requests where request_id like '%-cadastro' and published_at is null"))
                .isEqualTo(DemoCustomer.ALL.size());
        assertThat(count("select count(*) from requests where request_id like '%-suspensao'"))
                .isEqualTo(DemoCustomer.ALL.stream()
                        .filter(DemoCustomer::suspended)
                        .count());
    }

    private DemoData demo() {
        Clock clock = Clock.fixed(NOW, BusinessCalendar.SAO_PAULO.zone());
        Transactions transactions = new Transactions(database.source());
        CustomerRepository customers = new CustomerRepository(database.client());
        OutboxRelay<Request> relay = new OutboxRelay<>(
                RecordedRequests.outbox(database.client(), clock),
                transactions,
                NO_BROKER,
                LicensingTopics.of(NO_BROKER.registry()).requests());
        RequestService service = new RequestService(
                transactions,
                customers,
                new RecordedRequests(database.client(), clock),
                relay,
                new DecisionRepository(database.client()),
                new Changes());
        return new DemoData(transactions, Accounts.in(database.source(), clock), customers, service, clock);
    }

    private long count(String question) {
        return database.client().sql(question).query(Long.class).single();
    }
}
