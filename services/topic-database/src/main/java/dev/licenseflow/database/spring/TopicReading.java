package dev.licenseflow.database.spring;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.util.backoff.FixedBackOff;

/**
 * Reads topics into a service's database. What was polled is entered in one transaction of the database, and its offsets are
 * committed after that. When the database or the registry does not answer, the same records are tried until it does; on
 * anything else, which is a bug, the reading stops, the offsets stay, and the service says that it is not alive.
 */
public final class TopicReading implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TopicReading.class);
    private static final long RETRY_MILLIS = 1_000;
    private static final int THREADS = 2;
    private static final int STOP_MILLIS = 20_000;

    /** Outages, which end by themselves. */
    private static final List<Class<? extends Exception>> OUTAGES = List.of(
            KafkaException.class, // the registry's exception is one of these
            TransientDataAccessException.class,
            RecoverableDataAccessException.class,
            NonTransientDataAccessResourceException.class,
            CannotCreateTransactionException.class,
            TransactionSystemException.class);

    private final ConcurrentMessageListenerContainer<byte[], byte[]> container;
    private final Consumer<List<ConsumerRecord<byte[], byte[]>>> desk;
    private final ApplicationEventPublisher events;
    private final ReadingSettings settings;
    private volatile ReadingState state = ReadingState.READING;

    /** @param desk enters what was polled, in one transaction; what it throws decides whether that is tried again */
    public TopicReading(
            ReadingSettings settings,
            Collection<String> topics,
            Consumer<List<ConsumerRecord<byte[], byte[]>>> desk,
            ApplicationEventPublisher events) {
        this(settings, topics, desk, events, consumers(settings));
    }

    TopicReading(
            ReadingSettings settings,
            Collection<String> topics,
            Consumer<List<ConsumerRecord<byte[], byte[]>>> desk,
            ApplicationEventPublisher events,
            ConsumerFactory<byte[], byte[]> consumers) {
        this.settings = settings;
        this.desk = desk;
        this.events = events;
        ContainerProperties reading = new ContainerProperties(topics.toArray(String[]::new));
        reading.setGroupId(settings.group());
        reading.setClientId(settings.service());
        reading.setAckMode(ContainerProperties.AckMode.BATCH);
        reading.setMessageListener((BatchMessageListener<byte[], byte[]>) this::enter);
        reading.setShutdownTimeout(STOP_MILLIS);
        reading.setLogContainerConfig(false);
        this.container = new ConcurrentMessageListenerContainer<>(consumers, reading);
        container.setBeanName(settings.service());
        container.setConcurrency(THREADS);
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
        return new DefaultKafkaConsumerFactory<>(consumer, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    void enter(List<ConsumerRecord<byte[], byte[]>> records) {
        try {
            desk.accept(records);
            become(ReadingState.READING);
        } catch (RuntimeException failure) {
            if (OUTAGES.stream().anyMatch(outage -> outage.isInstance(failure))) {
                become(ReadingState.WAITING);
            } else {
                stopForGood(failure);
            }
            throw failure;
        }
    }

    /** What is broken stays so, whatever another thread still ends well. */
    private synchronized void become(ReadingState next) {
        if (state != ReadingState.BROKEN) {
            state = next;
        }
    }

    private void stopForGood(RuntimeException failure) {
        LOG.error("{} stops reading; an operator has to look at it", settings.service(), failure);
        become(ReadingState.BROKEN);
        AvailabilityChangeEvent.publish(events, this, LivenessState.BROKEN);
        container.stop(() -> LOG.error("{} has stopped reading", settings.service()));
    }

    /** What it is doing; empty if it was not to read at all. */
    public Optional<ReadingState> state() {
        return settings.enabled() ? Optional.of(state) : Optional.empty();
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
