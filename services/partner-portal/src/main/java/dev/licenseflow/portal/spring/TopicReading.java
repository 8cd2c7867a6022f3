package dev.licenseflow.portal.spring;

import dev.licenseflow.portal.intake.RecordDesk;
import java.util.List;
import java.util.Map;
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
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.util.backoff.FixedBackOff;

/**
 * Reads the topics into the portal. What was polled is entered in one transaction of the database, and its offsets are committed
 * after that. When the database or the registry does not answer, the same records are tried until it does; on anything else,
 * which is a bug, the reading stops, the offsets stay, and the service says that it is not alive.
 */
class TopicReading implements SmartLifecycle {

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
    private final RecordDesk desk;
    private final ApplicationEventPublisher events;
    private final boolean enabled;
    private volatile ReadingState state = ReadingState.READING;

    TopicReading(PortalProperties properties, List<String> topics, RecordDesk desk, ApplicationEventPublisher events) {
        this.desk = desk;
        this.events = events;
        this.enabled = properties.portal().kafka();
        ContainerProperties settings = new ContainerProperties(topics.toArray(String[]::new));
        settings.setGroupId(properties.portal().group());
        settings.setClientId("partner-portal");
        settings.setAckMode(ContainerProperties.AckMode.BATCH);
        settings.setMessageListener((BatchMessageListener<byte[], byte[]>) this::enter);
        settings.setShutdownTimeout(STOP_MILLIS);
        settings.setLogContainerConfig(false);
        this.container = new ConcurrentMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(
                        consumer(properties), new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                settings);
        container.setBeanName("partner-portal");
        container.setConcurrency(THREADS);
        container.setCommonErrorHandler(
                new DefaultErrorHandler(new FixedBackOff(RETRY_MILLIS, FixedBackOff.UNLIMITED_ATTEMPTS)));
    }

    private static Map<String, Object> consumer(PortalProperties properties) {
        Map<String, Object> consumer = properties.access().clientProperties();
        consumer.put("isolation.level", "read_committed");
        consumer.put("auto.offset.reset", "earliest");
        consumer.put("enable.auto.commit", false);
        consumer.put("allow.auto.create.topics", false);
        consumer.put("max.poll.records", properties.portal().pollRecords());
        return consumer;
    }

    private void enter(List<ConsumerRecord<byte[], byte[]>> records) {
        try {
            desk.enter(records);
            state = ReadingState.READING;
        } catch (RuntimeException failure) {
            if (OUTAGES.stream().anyMatch(outage -> outage.isInstance(failure))) {
                state = ReadingState.WAITING;
            } else {
                stopForGood(failure);
            }
            throw failure;
        }
    }

    private void stopForGood(RuntimeException failure) {
        LOG.error("The portal stops reading; an operator has to look at it", failure);
        state = ReadingState.BROKEN;
        AvailabilityChangeEvent.publish(events, this, LivenessState.BROKEN);
        container.stop(() -> LOG.error("The portal has stopped reading"));
    }

    ReadingState state() {
        return state;
    }

    @Override
    public void start() {
        if (enabled) {
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
