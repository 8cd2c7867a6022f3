package dev.licenseflow.portal.request;

import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.portal.account.PortalUser;
import dev.licenseflow.portal.customer.Customer;
import java.time.Duration;
import java.util.function.Function;

/** Takes requests for the pipeline. What it has taken is published, now or when Kafka is back. */
public interface RequestDesk {

    /**
     * Puts a request into the outbox, once per customer and request id; the same one again changes nothing.
     *
     * @throws RequestIdReusedException if the id stands for another content
     */
    void send(PortalUser user, Request request);

    /**
     * Enters a customer and puts its registration into the outbox, both or neither; the same again changes nothing.
     *
     * @throws RequestIdReusedException if the id stands for another content
     * @throws dev.licenseflow.portal.customer.TaxIdTakenException if the partner has a customer with this tax id
     */
    void register(PortalUser user, Customer customer, Request request);

    /** Waits for the decision on a request, at most that long. */
    Answer await(String partnerId, String customerId, String requestId, Duration atMost);

    /** What is known of a request. */
    sealed interface Answer {

        /** It was decided. */
        record Decided(Decision decision) implements Answer {

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
}
