package dev.licenseflow.portal.live;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notifies of the customers that have changed, once the change is committed. It covers what this instance reads; pages of other
 * instances show it when they are loaded again.
 */
public final class Changes {

    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);

    /** A change of a customer, of which the partner is notified. */
    public record CustomerChange(String partnerId, String customerId) {}

    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
    private final Object changed = new Object();

    /**
     * Notifies of each customer whose licenses, decisions or charges have changed, as far as the partner may see them, until it is
     * closed. The consumer is called on the thread that reads the topics and must return at once.
     */
    public AutoCloseable subscribe(String partnerId, Consumer<String> customerId) {
        Subscription subscription = new Subscription(partnerId, customerId);
        subscriptions.add(subscription);
        return () -> subscriptions.remove(subscription);
    }

    public void changed(Set<CustomerChange> changes) {
        synchronized (changed) {
            changed.notifyAll();
        }
        changes.forEach(change -> subscriptions.removeIf(subscription -> subscription.fails(change)));
    }

    /** Waits until something changes, at most that long; it may return earlier, so the caller has to look again. */
    @SuppressWarnings("WaitNotInLoop") // The caller looks again.
    public void awaitChange(Duration atMost) throws InterruptedException {
        synchronized (changed) {
            changed.wait(Math.max(1, atMost.toMillis()));
        }
    }

    /** No record: two subscriptions of the same partner and consumer are not equal. */
    private static final class Subscription {

        private final String partnerId;
        private final Consumer<String> consumer;

        Subscription(String partnerId, Consumer<String> consumer) {
            this.partnerId = partnerId;
            this.consumer = consumer;
        }

        boolean fails(CustomerChange change) {
            try {
                if (partnerId.equals(change.partnerId())) {
                    consumer.accept(change.customerId());
                }
                return false;
            } catch (RuntimeException broken) {
                LOG.debug("A subscriber fails and is removed", broken);
                return true;
            }
        }
    }
}
