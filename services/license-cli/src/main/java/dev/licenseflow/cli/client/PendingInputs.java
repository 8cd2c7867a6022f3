package dev.licenseflow.cli.client;

import dev.licenseflow.schema.decision.Cause;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was sent and has no answer yet. One thread sends and another reads answers, so all of it is guarded. It is bounded:
 * the sender waits for a pipeline that is slower.
 */
final class PendingInputs {

    private static final int LIMIT = 10_000;

    private final Map<Input, Integer> counts = new LinkedHashMap<>();
    private int size;
    private boolean abandoned;

    /** Waits while there are too many. It is called before sending, since the answer may be quick. */
    synchronized void add(Input input) throws InterruptedException {
        while (size >= LIMIT && !abandoned) {
            wait();
        }
        counts.merge(input, 1, Integer::sum);
        size++;
    }

    /** Whether it was sent and not answered before; it is answered now. */
    synchronized boolean answer(Input input) {
        if (!counts.containsKey(input)) {
            return false;
        }
        counts.computeIfPresent(input, (same, count) -> count == 1 ? null : count - 1);
        size--;
        notifyAll();
        return true;
    }

    /** Waits until everything that was sent for a customer is answered. */
    synchronized void awaitNoneOf(String customerId) throws InterruptedException {
        while (!abandoned
                && counts.keySet().stream().anyMatch(input -> input.customerId().equals(customerId))) {
            wait();
        }
    }

    /** Answers are no longer read: waiting threads go on. */
    synchronized void abandon() {
        abandoned = true;
        notifyAll();
    }

    synchronized int size() {
        return size;
    }

    /** Some of them, the oldest first. */
    synchronized List<Input> some(int limit) {
        return counts.keySet().stream().limit(limit).toList();
    }

    /**
     * What an answer is recognised by: every decision names its cause.
     *
     * @param causeId the id of the request or settlement
     */
    record Input(Cause cause, String customerId, String causeId) {

        @Override
        public String toString() {
            String what = switch (cause) {
                case REQUEST -> "request ";
                case SETTLEMENT -> "settlement ";
                case MONTH_CLOSE -> "month ";
                case UNKNOWN -> "input ";
            };
            return what + causeId + " of " + customerId;
        }
    }
}
