package dev.licenseflow.portal.request;

import dev.licenseflow.database.OutboxRelay;
import dev.licenseflow.database.Transactions;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.portal.account.PortalUser;
import dev.licenseflow.portal.customer.Customer;
import dev.licenseflow.portal.customer.Customers;
import dev.licenseflow.portal.license.DecisionBook;
import dev.licenseflow.portal.live.ChangeBoard;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Takes requests by recording them; the relay publishes them and the inbox brings the decisions. */
public final class OutboxRequestDesk implements RequestDesk {

    /** After that long it looks again without a call: another instance may have read the decision. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final Transactions transactions;
    private final Customers customers;
    private final RecordedRequests requests;
    private final OutboxRelay<Request> relay;
    private final DecisionBook decisions;
    private final ChangeBoard changes;

    public OutboxRequestDesk(
            Transactions transactions,
            Customers customers,
            RecordedRequests requests,
            OutboxRelay<Request> relay,
            DecisionBook decisions,
            ChangeBoard changes) {
        this.transactions = transactions;
        this.customers = customers;
        this.requests = requests;
        this.relay = relay;
        this.decisions = decisions;
        this.changes = changes;
    }

    /** @throws IllegalArgumentException if the request or its customer is another partner's */
    @Override
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

    @Override
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

    /** @throws IllegalArgumentException if the partner has sent no such request */
    @Override
    public Answer await(String partnerId, String customerId, String requestId, Duration atMost) {
        boolean published = isPublished(partnerId, customerId, requestId);
        long deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            Optional<Decision> decision = decisions.onRequest(partnerId, customerId, requestId);
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
