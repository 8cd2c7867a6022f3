package dev.licenseflow.billing.outbox;

import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import dev.licenseflow.messaging.topic.Topic;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what stands in the outbox, in order and each entry once, also when a process dies anywhere. There are three
 * steps to an entry: recorded in the database, committed on the topic, noted in the database. Whoever takes over after a death
 * between the last two first fences the dead one, then reads the topic to its end and notes what it finds there; only then
 * does it publish what is left.
 */
public final class OutboxRelay implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);

    private final DataSource dataSource;
    private final Outbox outbox;
    private final KafkaAccess access;
    private final Topic<String, Settlement> topic;
    private final RelaySettings settings;
    private volatile RelayState state = RelayState.STARTING;

    public OutboxRelay(
            DataSource dataSource,
            Outbox outbox,
            KafkaAccess access,
            Topic<String, Settlement> topic,
            RelaySettings settings) {
        this.dataSource = dataSource;
        this.outbox = outbox;
        this.access = access;
        this.topic = topic;
        this.settings = settings;
    }

    public RelayState state() {
        return state;
    }

    /** Publishes until the thread is interrupted. */
    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                serve();
            } catch (InterruptedException | InterruptException stopped) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException failure) {
                if (state != RelayState.FAILING) {
                    LOG.warn("Settlements cannot be published for now; this is tried again", failure);
                }
                state = RelayState.FAILING;
                pauseBeforeRetry();
            }
        }
        state = RelayState.STOPPED;
    }

    private void serve() throws InterruptedException {
        Optional<RelayLease> lease = RelayLease.tryAcquire(dataSource);
        if (lease.isEmpty()) {
            state = RelayState.STANDBY;
            Thread.sleep(settings.retry().toMillis());
            return;
        }
        try (RelayLease held = lease.get();
                SettlementChannel channel = SettlementChannel.open(access, topic, settings)) {
            noteWhatIsPublished();
            state = RelayState.PUBLISHING;
            while (held.isHeld()) {
                if (publishNext(channel) == 0) {
                    Thread.sleep(settings.idle().toMillis());
                }
            }
        }
    }

    /** After a death, at most the last batch is in doubt; a database put back to an older state has more. */
    private void noteWhatIsPublished() {
        List<OutboxEntry> inDoubt = outbox.unpublished(Integer.MAX_VALUE);
        if (inDoubt.isEmpty()) {
            return;
        }
        List<PublishedEntry> found = new PublishedSettlements(access, topic).among(inDoubt, outbox.positions());
        outbox.markPublished(found);
        LOG.info("Of {} settlements not known to be published, {} were", inDoubt.size(), found.size());
    }

    private int publishNext(SettlementChannel channel) throws InterruptedException {
        List<OutboxEntry> next = outbox.unpublished(settings.batch());
        if (!next.isEmpty()) {
            outbox.markPublished(channel.publish(next));
        }
        return next.size();
    }

    private void pauseBeforeRetry() {
        try {
            Thread.sleep(settings.retry().toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
