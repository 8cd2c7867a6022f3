package dev.licenseflow.portal.request;

import dev.licenseflow.database.OutboxRelay;
import dev.licenseflow.database.Transactions;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.messaging.mapping.decision.DecisionMapper;
import dev.licenseflow.portal.account.PortalUser;
import dev.licenseflow.portal.customer.Customer;
import dev.licenseflow.portal.customer.CustomerRepository;
import dev.licenseflow.portal.license.DecisionRepository;
import dev.licenseflow.portal.live.Changes;
import dev.licenseflow.schema.LicenseDecision;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Records requests in the outbox. The relay publishes them, at once or when Kafka is back, and the inbox writes the decisions.
 */
public record RequestService(
        Transactions transactions,
        CustomerRepository customers,
        RecordedRequests requests,
        OutboxRelay<Request> relay,
        DecisionRepository decisions,
        Changes changes) {

    /** What is known of a request: its decision, or that it has none yet. */
    public sealed interface Answer {

        /** It was decided; the record is what the topic has. */
        record Decided(LicenseDecision record) implements Answer {

            public Decision decision() {
                return DecisionMapper.toDomain(record);
            }

            @Override
            public <R> R match(Function<Decided, R> decided, Function<Waiting, R> waiting) {
                return decided.apply(this);
            }
        }

        /**
         * It was not decided yet.
         *
         * @param published whether it has reached Kafka; until then it waits in the outbox
         */
        record Waiting(boolean published) implements Answer {

            @Override
            public <R> R match(Function<Decided, R> decided, Function<Waiting, R> waiting) {
                return waiting.apply(this);
            }
        }

        <R> R match(Function<Decided, R> decided, Function<Waiting, R> waiting);
    }

    /** It looks again after that time even without a notification, since another instance may have read the decision. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    /**
     * Records a request, once per partner, customer and request id; the same one again changes nothing.
     *
     * @throws IllegalArgumentException if the request or its customer is another partner's
     * @throws RequestIdReusedException if the id belongs to a request with other content
     */
    public void send(PortalUser user, Request request) {
        check(user.partnerId().equals(request.partnerId()), "The request is another partner's");
        check(
                customers.find(user.partnerId(), request.customerId()).isPresent(),
                "The partner has no such customer in the portal");
        transactions.run(() -> requests.record(request, OptionalLong.of(user.userId())));
        relay.wake();
    }

    /** Records a request of a partner's program, whose customer need not be entered in the portal. */
    public void sendFor(String partnerId, Request request) {
        check(partnerId.equals(request.partnerId()), "The request is another partner's");
        transactions.run(() -> requests.record(request, OptionalLong.empty()));
        relay.wake();
    }

    /**
     * Enters a customer and records its registration, both or neither; the same again changes nothing.
     *
     * @throws RequestIdReusedException if the id belongs to a request with other content
     * @throws dev.licenseflow.portal.customer.TaxIdTakenException if the partner has a customer with this tax id
     */
    public void register(PortalUser user, Customer customer, Request request) {
        check(user.partnerId().equals(request.partnerId()), "The request is another partner's");
        check(user.partnerId().equals(customer.partnerId()), "The customer is another partner's");
        check(customer.customerId().equals(request.customerId()), "The request is for another customer");
        transactions.run(() -> {
            if (customers.find(customer.partnerId(), customer.customerId()).isEmpty()) {
                customers.add(customer);
            }
            requests.record(request, OptionalLong.of(user.userId()));
        });
        relay.wake();
    }

    /**
     * Waits for the decision on a request, at most that long.
     *
     * @throws IllegalArgumentException if the partner has sent no such request
     */
    public Answer await(String partnerId, String customerId, String requestId, Duration atMost) {
        boolean published = isPublished(partnerId, customerId, requestId);
        long deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            Optional<LicenseDecision> decision = decisions.onRequest(partnerId, customerId, requestId);
            if (decision.isPresent()) {
                return new Answer.Decided(decision.get());
            }
            Duration left = Duration.ofNanos(deadline - System.nanoTime());
            if (left.isNegative() || left.isZero() || !waited(left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN)) {
                return new Answer.Waiting(published || isPublished(partnerId, customerId, requestId));
            }
        }
    }

    private boolean isPublished(String partnerId, String customerId, String requestId) {
        return requests.isPublished(partnerId, customerId, requestId)
                .orElseThrow(() -> new IllegalArgumentException("The partner has sent no such request"));
    }

    private boolean waited(Duration atMost) {
        try {
            changes.awaitChange(atMost);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void check(boolean fits, String otherwise) {
        if (!fits) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
