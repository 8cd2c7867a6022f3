package dev.licenseflow.billing.outbox;

import java.time.Duration;

/**
 * How the outbox is emptied.
 *
 * @param transactionalId of the producer, the same for all instances of one ledger: it is what fences a dead one
 * @param batch entries published in one Kafka transaction, at most
 * @param idle pause between two looks into an empty outbox
 * @param retry pause after a failure, and before another try to become the one who publishes
 */
public record RelaySettings(String transactionalId, int batch, Duration idle, Duration retry) {

    /** For one ledger on a cluster. */
    public static final RelaySettings DEFAULT =
            new RelaySettings("billing-ledger-outbox", 500, Duration.ofMillis(200), Duration.ofSeconds(2));
}
