package dev.licenseflow.database.spring;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.kafka.listener.BatchConsumerAwareMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.util.backoff.FixedBackOff;

/**
 * Reads topics into a service's database. The records of a poll are entered in one transaction of the database, and their offsets
 * are committed after it. When the database or the registry does not answer, the same records are tried again until it does. Any
 * other failure is a bug: the reading stops, the offsets stay, and the service reports that it is not alive. The same happens when
 * another instance starts with this instance's id, since that instance takes its place in the group.
 */
public final class TopicReading implements SmartLifecycle {

    /** Whether records come into the database. */
    public enum ReadingState {
        /** Not all consumers have been assigned their partitions yet; the assignment of a consumer may be empty. */
        JOINING,
        /** All have, and not all records that were on the partitions then are entered yet. */
        CATCHING_UP,
        /** All of those are entered, and new records are entered as they come. A rebalance does not change this state. */
        READING,
        /** The database or the registry does not answer; the same records are tried again. */
        WAITING,
        /** The reading has stopped for good: because of a bug, or because another instance has taken its place. */
        BROKEN
    }

    private static final Logger LOG = LoggerFactory.getLogger(TopicReading.class);
    private static final long RETRY_MILLIS = 1_000;
    private static final int THREADS = 2;
    private static final int STOP_MILLIS = 20_000;

    /** The group gives the partitions of an instance that is gone to others after this time, instead of Kafka's 45 s. */
    private static final int SESSION_MILLIS = 10_000;

    private static final int HEARTBEAT_MILLIS = 2_000;

    /** An empty poll returns after this time, and the consumer's position is noted. */
    private static final long POLL_MILLIS = 250;

    /** Outages, which end by themselves. */
    private static final List<Class<? extends Exception>> OUTAGES = List.of(
            KafkaException.class, // the registry's exception is one of these
            TransientDataAccessException.class,
            RecoverableDataAccessException.class,
            NonTransientDataAccessResourceException.class,
            CannotCreateTransactionException.class,
            TransactionSystemException.class);

    private final ConcurrentMessageListenerContainer<byte[], byte[]> container;
    private final Consumer<List<ConsumerRecord<byte[], byte[]>>> inbox;
    private final ApplicationEventPublisher events;
    private final ReadingSettings settings;
    private final CatchUp catchUp = new CatchUp(THREADS);
    private final AtomicBoolean causeLogged = new AtomicBoolean();
    private volatile Optional<ReadingState> trouble = Optional.empty();

    /** @param inbox enters the records of a poll in one transaction; the exception it throws decides whether they are tried again */
    public TopicReading(
            ReadingSettings settings,
            Collection<String> topics,
            Consumer<List<ConsumerRecord<byte[], byte[]>>> inbox,
            ApplicationEventPublisher events) {
        this(settings, topics, inbox, events, consumers(settings));
    }

    TopicReading(
            ReadingSettings settings,
            Collection<String> topics,
            Consumer<List<ConsumerRecord<byte[], byte[]>>> inbox,
            ApplicationEventPublisher events,
            ConsumerFactory<byte[], byte[]> consumers) {
        this.settings = settings;
        this.inbox = inbox;
        this.events = events;
        ContainerProperties reading = new ContainerProperties(topics.toArray(String[]::new));
        reading.setGroupId(settings.group());
        reading.setClientId(settings.service());
        reading.setAckMode(ContainerProperties.AckMode.BATCH);
        reading.setMessageListener((BatchConsumerAwareMessageListener<byte[], byte[]>) (records, consumer) -> {
            enter(records);
            catchUp.entered(requireNonNull(consumer));
        });
        reading.setConsumerRebalanceListener(catchUp);
        reading.setPollTimeout(POLL_MILLIS);
        reading.setIdleEventInterval(POLL_MILLIS / 2);
        reading.setIdleBeforeDataMultiplier(1);
        reading.setShutdownTimeout(STOP_MILLIS);
        reading.setLogContainerConfig(false);
        this.container = new ConcurrentMessageListenerContainer<>(consumers, reading);
        container.setBeanName(settings.service());
        container.setConcurrency(THREADS);
        container.setApplicationEventPublisher(this::follow);
        container.setCommonErrorHandler(
                new DefaultErrorHandler(new FixedBackOff(RETRY_MILLIS, FixedBackOff.UNLIMITED_ATTEMPTS)));
    }

    private static ConsumerFactory<byte[], byte[]> consumers(ReadingSettings settings) {
        Map<String, Object> consumer = settings.access().clientProperties();
        consumer.put("isolation.level", "read_committed");
        consumer.put("auto.offset.reset", "earliest");
        consumer.put("enable.auto.commit", false);
        consumer.put("allow.auto.create.topics", false);
        consumer.put("max.poll.records", settings.pollRecords());
        // With this protocol a member that was killed is replaced at once by one of the same instance id (ADR 16).
        consumer.put("group.protocol", "classic");
        consumer.putIfAbsent("session.timeout.ms", SESSION_MILLIS);
        consumer.putIfAbsent("heartbeat.interval.ms", HEARTBEAT_MILLIS);
        // Each thread's consumer gets a suffix of its own.
        settings.instanceId().ifPresent(id -> consumer.put("group.instance.id", id));
        return new DefaultKafkaConsumerFactory<>(consumer, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    void enter(List<ConsumerRecord<byte[], byte[]>> records) {
        try {
            inbox.accept(records);
            become(Optional.empty());
        } catch (RuntimeException failure) {
            if (OUTAGES.stream().anyMatch(outage -> outage.isInstance(failure))) {
                become(Optional.of(ReadingState.WAITING));
            } else {
                LOG.error("{} stops reading; an operator has to look at it", settings.service(), failure);
                become(Optional.of(ReadingState.BROKEN));
                stopForGood();
            }
            throw failure;
        }
    }

    /**
     * Follows the container's events: a consumer has polled nothing, or has ended by itself. In the second case the container has
     * logged the cause, with its stack trace. It also ends the other consumers, which may report that first, as abnormal.
     */
    private void follow(Object event) {
        if (event instanceof ListenerContainerIdleEvent idle) {
            catchUp.entered(idle.getConsumer());
        } else if (event instanceof ConsumerStoppedEvent stopped) {
            ConsumerStoppedEvent.Reason reason = stopped.getReason();
            if (reason == ConsumerStoppedEvent.Reason.NORMAL) {
                return;
            }
            if (reason != ConsumerStoppedEvent.Reason.ABNORMAL && causeLogged.compareAndSet(false, true)) {
                LOG.error("{} stops reading: {}", settings.service(), cause(reason));
            }
            if (become(Optional.of(ReadingState.BROKEN))) {
                stopForGood();
            }
        }
    }

    private String cause(ConsumerStoppedEvent.Reason reason) {
        return reason == ConsumerStoppedEvent.Reason.FENCED
                ? "another instance has started with the instance id "
                        + settings.instanceId().orElse("")
                        + " (licenseflow.instance-id, INSTANCE_ID); each instance needs its own"
                : "a consumer has ended (" + reason + ")";
    }

    /** A broken reading stays broken, even if another thread still enters its records: then this returns false. */
    private synchronized boolean become(Optional<ReadingState> next) {
        boolean broken = trouble.equals(Optional.of(ReadingState.BROKEN));
        if (!broken) {
            trouble = next;
        }
        return !broken;
    }

    private void stopForGood() {
        AvailabilityChangeEvent.publish(events, this, LivenessState.BROKEN);
        container.stop(() -> LOG.error("{} has stopped reading", settings.service()));
    }

    /** Empty if it is not enabled. */
    public Optional<ReadingState> state() {
        return settings.enabled() ? Optional.of(trouble.orElseGet(catchUp::state)) : Optional.empty();
    }

    /** Whether all records are entered that were on this instance's partitions when they were assigned after the start. */
    boolean hasCaughtUp() {
        return catchUp.isDone();
    }

    /**
     * The number of committed offsets on this instance's partitions that are not entered yet. It is empty while unknown: before
     * partitions are assigned, and while records cannot be entered.
     */
    OptionalLong behind() {
        return trouble.isPresent() ? OptionalLong.empty() : catchUp.behind();
    }

    @Override
    public void start() {
        if (settings.enabled()) {
            container.start();
        }
    }

    @Override
    public void stop() {
        container.stop();
    }

    @Override
    public boolean isRunning() {
        return container.isRunning();
    }
}
