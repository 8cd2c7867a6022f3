package dev.licenseflow.portal.request;

import dev.licenseflow.database.Transactions;
import dev.licenseflow.domain.request.Request;
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
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Publishes what stands in the outbox, at least once: a request whose publishing was not noted, because a process died or the
 * broker's answer was lost, is published again. That is enough, since the processor decides each request id once and
 * answers a repetition with the first decision (rule D3). Of each customer only one request is under way at a time, and the
 * next one follows when that one is acknowledged, so they stand on the topic in the order in which they were recorded.
 */
public final class RequestRelay implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(RequestRelay.class);

    /** Any number that nobody else takes: the letters of "portal". */
    private static final long LOCK = 0x70_6f_72_74_61_6cL;

    private static final int BATCH = 200;
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);
    private static final long RETRY_MILLIS = 1_000;

    /** A look without a call: for what was recorded before a start, or by an instance that is gone. */
    private static final long IDLE_MILLIS = 1_000;

    private final Outbox outbox;
    private final JdbcClient database;
    private final Transactions transactions;
    private final KafkaAccess access;
    private final Topic<String, Request> topic;
    private final Semaphore recorded = new Semaphore(0);
    private volatile RelayState state = RelayState.STARTING;

    public RequestRelay(
            Outbox outbox,
            JdbcClient database,
            Transactions transactions,
            KafkaAccess access,
            Topic<String, Request> topic) {
        this.outbox = outbox;
        this.database = database;
        this.transactions = transactions;
        this.access = access;
        this.topic = topic;
    }

    public RelayState state() {
        return state;
    }

    /** Says that something was recorded. */
    void wake() {
        recorded.release();
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
                    LOG.warn("Requests cannot be published for now; this is tried again", failure);
                }
                state = RelayState.FAILING;
                pause();
            }
        }
        state = RelayState.STOPPED;
    }

    /** Publishes what stands in the outbox now, on the thread of the caller, once. */
    public void publishBacklog() {
        try (RequestChannel producer = new RequestChannel(access, topic)) {
            boolean more = true;
            while (more) {
                more = transactions.call(() -> publishNext(producer));
            }
        }
    }

    private void serve() throws InterruptedException {
        try (RequestChannel producer = new RequestChannel(access, topic)) {
            while (!Thread.currentThread().isInterrupted()) {
                boolean more = transactions.call(() -> publishNext(producer));
                state = RelayState.PUBLISHING;
                if (!more && recorded.tryAcquire(IDLE_MILLIS, TimeUnit.MILLISECONDS)) {
                    recorded.drainPermits();
                }
            }
        }
    }

    /** The lock sees to it that one instance publishes at a time; what it notes and the lock end together. */
    private boolean publishNext(RequestChannel producer) {
        boolean first = database.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
        if (!first) {
            return false;
        }
        List<OutboxEntry> entries = outbox.next(BATCH);
        producer.publish(entries);
        entries.forEach(outbox::markPublished);
        return !entries.isEmpty();
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** A producer that does not wait long when it is closed: what it holds then is published again. */
    private static final class RequestChannel implements AutoCloseable {

        private final Topic<String, Request> topic;
        private final KafkaProducer<String, Request> producer;

        RequestChannel(KafkaAccess access, Topic<String, Request> topic) {
            this.topic = topic;
            Map<String, Object> properties = access.clientProperties();
            properties.put("client.id", "partner-portal-requests");
            properties.put("acks", "all");
            properties.put("enable.idempotence", true);
            properties.put("max.block.ms", 5_000);
            properties.put("request.timeout.ms", 5_000);
            properties.put("delivery.timeout.ms", 10_000);
            producer = new KafkaProducer<>(
                    properties, topic.keys().serializer(), topic.values().serializer());
        }

        /** Returns when all entries are acknowledged. */
        void publish(List<OutboxEntry> entries) {
            List<Future<RecordMetadata>> sent = new ArrayList<>(entries.size());
            for (OutboxEntry entry : entries) {
                Request request = entry.request();
                sent.add(producer.send(new ProducerRecord<>(topic.name(), request.customerId(), request)));
            }
            try {
                for (Future<RecordMetadata> one : sent) {
                    one.get();
                }
            } catch (ExecutionException failure) {
                throw new KafkaException("A request was not acknowledged", failure.getCause());
            } catch (InterruptedException stopped) {
                throw new InterruptException(stopped);
            }
        }

        @Override
        public void close() {
            ClientClosing.uninterrupted(() -> producer.close(CLOSE_TIMEOUT));
        }
    }
}
