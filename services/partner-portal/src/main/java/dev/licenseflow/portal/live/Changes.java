package dev.licenseflow.portal.live;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the inbox says which customers have changed, once that stands in the database. It knows of what this instance reads;
 * with several instances, pages of the others learn of it when they are loaded again.
 */
public final class Changes {

    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);

    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
    private final Object changed = new Object();

    /**
     * Notifies of every customer of which licenses, decisions or charges have come that the partner may see, until it is closed. The
     * consumer is called on the thread that reads the topics and must return at once.
     */
    public AutoCloseable subscribe(String partnerId, Consumer<String> customerId) {
        Subscription subscription = new Subscription(partnerId, customerId);
        subscriptions.add(subscription);
        return () -> subscriptions.remove(subscription);
    }

    /** Says what has changed, if anything has. */
    public void changed(Set<CustomerChange> changes) {
        synchronized (changed) {
            changed.notifyAll();
        }
        changes.forEach(this::tell);
    }

    /** Waits until something changes, at most that long; it may return earlier, so whoever waits looks again. */
    @SuppressWarnings("WaitNotInLoop") // To wake for nothing is harmless.
    public void awaitChange(Duration atMost) throws InterruptedException {
        synchronized (changed) {
            changed.wait(Math.max(1, atMost.toMillis()));
        }
    }

    private void tell(CustomerChange change) {
        subscriptions.removeIf(subscription ->
                subscription.partnerId.equals(change.partnerId()) && !isReached(subscription, change.customerId()));
    }

    private static boolean isReached(Subscription subscription, String customerId) {
        try {
            subscription.consumer.accept(customerId);
            return true;
        } catch (RuntimeException broken) {
            LOG.debug("A subscriber fails and is let go", broken);
            return false;
        }
    }

    /** Each its own, even for the same partner and consumer: hence no record. */
    private static final class Subscription {

        private final String partnerId;
        private final Consumer<String> consumer;

        Subscription(String partnerId, Consumer<String> consumer) {
            this.partnerId = partnerId;
            this.consumer = consumer;
        }
    }
}
