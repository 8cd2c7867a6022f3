package dev.licenseflow.portal.live;

import java.util.function.Consumer;

/** Tells of customers that have changed. */
public interface Changes {

    /**
     * Tells of every customer of the partner whose licenses, decisions or charges have changed; to close it ends that. The
     * consumer is called on the thread that reads the topics and must return at once.
     */
    AutoCloseable subscribe(String partnerId, Consumer<String> customerId);
}
