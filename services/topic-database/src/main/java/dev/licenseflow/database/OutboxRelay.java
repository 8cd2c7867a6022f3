package dev.licenseflow.database;

import dev.licenseflow.messaging.publishing.ClientClosing;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import dev.licenseflow.messaging.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the entries of an outbox on its topic, at least once: an entry is published again if the process died, or the broker's
 * answer was lost, before the entry was marked. The receiver has to recognize it by its id. One entry of each customer is sent at a
 * time, and the next one after its acknowledgement, so the first copies of a customer's entries are on the topic in the order of
 * recording.
 *
 * <p>Several instances may run a relay on one outbox. A lock of the database lets one publish at a time; it ends with the
 * transaction that marks the entries, or with the connection.
 *
 * @param <V> the topic's values
 */
public final class OutboxRelay<V> implements Runnable {

    /** The state of this instance's relay. */
    public enum State {
        /** It has not looked into the outbox yet. */
        STARTING,
        /** It publishes what is recorded, or another instance does. */
        PUBLISHING,
        /** The database, the broker or the registry does not answer; it tries again. */
        FAILING,
        /** It was told to stop. */
        STOPPED
    }

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int BATCH = 500;
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);
    private static final long RETRY_MILLIS = 1_000;

    /** An entry is found after this time without a call of {@link #wake}. */
    private static final long IDLE_MILLIS = 200;

    private final Outbox<V> outbox;
    private final Transactions transactions;
    private final String topic;
    private final Supplier<Producer<String, V>> producers;
    private final Semaphore recorded = new Semaphore(0);
    private volatile State state = State.STARTING;

    public OutboxRelay(Outbox<V> outbox, Transactions transactions, KafkaAccess access, Topic<String, V> topic) {
        this(outbox, transactions, topic.name(), () -> producer(access, topic));
    }

    OutboxRelay(Outbox<V> outbox, Transactions transactions, String topic, Supplier<Producer<String, V>> producers) {
        this.outbox = outbox;
        this.transactions = transactions;
        this.topic = topic;
        this.producers = producers;
    }

    public State state() {
        return state;
    }

    /** Tells the relay to look into the outbox at once. */
    public void wake() {
        recorded.release();
    }

    /** Publishes until the thread is interrupted. */
    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                publishUntilInterrupted();
            } catch (InterruptedException | InterruptException stopped) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException failure) {
                if (state != State.FAILING) {
                    LOG.warn("Nothing can be published on {} for now; this is tried again", topic, failure);
                }
                state = State.FAILING;
                pause();
            }
        }
        state = State.STOPPED;
    }

    private void publishUntilInterrupted() throws InterruptedException {
        Producer<String, V> producer = producers.get();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                boolean more = transactions.call(() -> publishNext(producer));
                state = State.PUBLISHING;
                if (!more && recorded.tryAcquire(IDLE_MILLIS, TimeUnit.MILLISECONDS)) {
                    recorded.drainPermits();
                }
            }
        } finally {
            close(producer);
        }
    }

    /**
     * Publishes the entries that are in the outbox now, on the thread of the caller.
     *
     * @throws KafkaException if the broker or the registry does not answer
     */
    public void publishBacklog() {
        Producer<String, V> producer = producers.get();
        try {
            boolean more = true;
            while (more) {
                more = transactions.call(() -> publishNext(producer));
            }
        } finally {
            close(producer);
        }
    }

    private boolean publishNext(Producer<String, V> producer) {
        if (!outbox.tryLock()) {
            return false;
        }
        List<Outbox.Entry<V>> entries = outbox.next(BATCH);
        publish(producer, entries);
        outbox.markPublished(entries);
        return !entries.isEmpty();
    }

    /** Returns when all entries are acknowledged. */
    private void publish(Producer<String, V> producer, List<Outbox.Entry<V>> entries) {
        List<Future<RecordMetadata>> sent = new ArrayList<>(entries.size());
        for (Outbox.Entry<V> entry : entries) {
            sent.add(producer.send(new ProducerRecord<>(topic, entry.key(), entry.value())));
        }
        try {
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        } catch (ExecutionException failure) {
            throw new KafkaException("A record was not acknowledged", failure.getCause());
        } catch (InterruptedException stopped) {
            throw new InterruptException(stopped);
        }
    }

    private static <V> Producer<String, V> producer(KafkaAccess access, Topic<String, V> topic) {
        Map<String, Object> properties = access.clientProperties();
        properties.put("client.id", topic.name() + "-outbox");
        properties.put("acks", "all");
        properties.put("enable.idempotence", true);
        properties.put("max.block.ms", 5_000);
        properties.put("request.timeout.ms", 5_000);
        properties.put("delivery.timeout.ms", 10_000);
        return new KafkaProducer<>(
                properties, topic.keys().serializer(), topic.values().serializer());
    }

    /** Does not wait long: records that the producer still has are published again. */
    private static void close(Producer<?, ?> producer) {
        ClientClosing.uninterrupted(() -> producer.close(CLOSE_TIMEOUT));
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
