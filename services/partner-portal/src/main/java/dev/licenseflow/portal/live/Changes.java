package dev.licenseflow.portal.live;

import java.util.function.Consumer;

/** Tells of customers that have changed. */
public interface Changes {

    /**
     * Tells of every customer of which licenses, decisions or charges have come that the partner may see; to close it ends that. The
     * consumer is called on the thread that reads the topics and must return at once.
     */
    AutoCloseable subscribe(String partnerId, Consumer<String> customerId);
}
