package dev.licenseflow.cli.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was sent and has no decision yet. One thread sends and another reads, so all of it is guarded; and it is bounded,
 * so that a sender never runs away from a pipeline that is slower.
 */
final class Unanswered {

    private static final int MOST = 10_000;

    private final Map<CauseKey, Integer> counts = new LinkedHashMap<>();
    private int size;
    private boolean abandoned;

    /** Waits while there are too many; to be called before sending, since the answer may be quick. */
    synchronized void add(CauseKey cause) throws InterruptedException {
        while (size >= MOST && !abandoned) {
            wait();
        }
        counts.merge(cause, 1, Integer::sum);
        size++;
    }

    /** Whether it is an answer to something that was sent; that is then answered. */
    synchronized boolean answer(CauseKey cause) {
        Integer count = counts.get(cause);
        if (count == null) {
            return false;
        }
        if (count == 1) {
            counts.remove(cause);
        } else {
            counts.put(cause, count - 1);
        }
        size--;
        notifyAll();
        return true;
    }

    /** Waits until nothing that was sent for a customer is without an answer. */
    synchronized void awaitNoneOf(String customerId) throws InterruptedException {
        while (!abandoned
                && counts.keySet().stream().anyMatch(cause -> cause.customerId().equals(customerId))) {
            wait();
        }
    }

    /** Nobody reads answers any more: whoever waits goes on. */
    synchronized void abandon() {
        abandoned = true;
        notifyAll();
    }

    synchronized int size() {
        return size;
    }

    /** Some of them, the oldest first. */
    synchronized List<CauseKey> some(int most) {
        return counts.keySet().stream().limit(most).toList();
    }
}
