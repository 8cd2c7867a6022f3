package dev.licenseflow.portal.request;

import static dev.licenseflow.portal.Samples.content;
import static dev.licenseflow.portal.Samples.customer;
import static dev.licenseflow.portal.Samples.register;
import static dev.licenseflow.portal.Samples.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.licenseflow.database.Outbox;
import dev.licenseflow.database.OutboxRelay;
import dev.licenseflow.database.Transactions;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.request.Channel;
import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.portal.PortalDatabase;
import dev.licenseflow.portal.account.PortalUser;
import dev.licenseflow.portal.customer.Customer;
import dev.licenseflow.portal.customer.CustomerRepository;
import dev.licenseflow.portal.customer.TaxIdTakenException;
import dev.licenseflow.portal.license.DecisionRepository;
import dev.licenseflow.portal.live.Changes;
import dev.licenseflow.portal.live.Changes.CustomerChange;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests on their way, without a broker. */
class RequestServiceIT {

    private static final KafkaAccess NO_BROKER = KafkaAccess.of("127.0.0.1:1", "mock://service");
    private static final Customer CUSTOMER = customer("p1", "c1", "Padaria", "11222333000181");
    private static final Request REGISTER = register("p1", "c1", "r1");

    private final PortalDatabase database = PortalDatabase.create();
    private final PortalUser user = addUser();
    private final Transactions transactions = new Transactions(database.source());
    private final CustomerRepository customers = new CustomerRepository(database.client());
    private final Outbox<Request> outbox = RecordedRequests.outbox(database.client(), Clock.systemUTC());
    private final DecisionRepository decisions = new DecisionRepository(database.client());
    private final Changes changes = new Changes();
    private final RequestService service = new RequestService(
            transactions,
            customers,
            new RecordedRequests(database.client(), Clock.systemUTC()),
            new OutboxRelay<>(
                    outbox,
                    transactions,
                    NO_BROKER,
                    LicensingTopics.of(NO_BROKER.registry()).requests()),
            decisions,
            changes);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theSameRegistrationTwiceIsRecordedOnce() {
        service.register(user, CUSTOMER, REGISTER);
        service.register(user, CUSTOMER, REGISTER);

        assertThat(outbox.backlog()).isEqualTo(1);
        assertThat(outbox.next(10)).extracting(Outbox.Entry::value).containsExactly(REGISTER);
    }

    @Test
    void aRequestIdStandsForItsFirstContent() {
        service.register(user, CUSTOMER, REGISTER);

        assertThatThrownBy(() -> service.send(user, suspend("r1"))).isInstanceOf(RequestIdReusedException.class);
        assertThat(outbox.next(10)).extracting(Outbox.Entry::value).containsExactly(REGISTER);
    }

    @Test
    void aRefusedRegistrationLeavesNothingBehind() {
        service.register(user, CUSTOMER, REGISTER);
        Customer twin = customer("p1", "c2", "Padaria", "11222333000181");

        assertThatThrownBy(() -> service.register(user, twin, register("p1", "c2", "r2")))
                .isInstanceOf(TaxIdTakenException.class);

        assertThat(outbox.backlog()).isEqualTo(1);
        assertThat(customers.find("p1", "c2")).isEmpty();
    }

    @Test
    void anotherPartnersRequestIsNotTaken() {
        service.register(user, CUSTOMER, REGISTER);

        assertThatThrownBy(() -> service.send(user, register("p2", "c1", "r9")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> service.await("p2", "c1", "r1", Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ofOneCustomerOnlyTheFirstIsNext() {
        service.register(user, CUSTOMER, REGISTER);
        service.send(user, suspend("r2"));
        assertThat(outbox.next(10)).extracting(Outbox.Entry::value).containsExactly(REGISTER);

        outbox.markPublished(outbox.next(10));

        assertThat(outbox.next(10)).extracting(Outbox.Entry::value).containsExactly(suspend("r2"));
    }

    @Test
    void waitingEndsWithTheTimeAndTellsWhetherItIsPublished() {
        service.register(user, CUSTOMER, REGISTER);
        assertThat(service.await("p1", "c1", "r1", Duration.ofMillis(50)))
                .isEqualTo(new RequestService.Answer.Waiting(false));

        outbox.markPublished(outbox.next(10));

        assertThat(service.await("p1", "c1", "r1", Duration.ZERO)).isEqualTo(new RequestService.Answer.Waiting(true));
    }

    @Test
    void theDecisionWakesWhoeverWaits() throws Exception {
        service.register(user, CUSTOMER, REGISTER);
        CompletableFuture<RequestService.Answer> answer =
                CompletableFuture.supplyAsync(() -> service.await("p1", "c1", "r1", Duration.ofSeconds(20)));

        Decision registered = registered("p1", "c1", "r1");
        decisions.enter(registered, content(registered), 0, 1);
        changes.changed(Set.of(new CustomerChange("p1", "c1")));

        Optional<Decision> decided = answer.get(10, TimeUnit.SECONDS)
                .match(answered -> Optional.of(answered.decision()), waiting -> Optional.empty());
        assertThat(decided).contains(registered);
    }

    private static Request suspend(String requestId) {
        return new Request(
                requestId,
                "c1",
                "p1",
                Channel.CUSTOMERS,
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                new Command.Suspend());
    }

    private PortalUser addUser() {
        long id = database.client()
                .sql("insert into users (partner_id, email, name, password_hash) values ('p1', 'a@b', 'Ana', 'x')"
                        + " returning user_id")
                .query(Long.class)
                .single();
        return new PortalUser(id, "a@b", "Ana", "p1", "Partner One");
    }
}
