package dev.licenseflow.portal.catalog;

import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.messaging.publishing.CatalogProjection;
import dev.licenseflow.messaging.publishing.ClientClosing;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import dev.licenseflow.messaging.topic.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the catalog topic, from its beginning at each start. */
public final class CatalogReading implements CurrentCatalog, Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogReading.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long RETRY_MILLIS = 1_000;

    private final KafkaAccess access;
    private final Topic<String, CatalogVersion> topic;
    private final CatalogProjection catalogs;

    /** @param publishMargin how long before its effective date a version has to be known, as in the processor (rule C2) */
    public CatalogReading(KafkaAccess access, Topic<String, CatalogVersion> topic, Duration publishMargin) {
        this.access = access;
        this.topic = topic;
        this.catalogs = new CatalogProjection(topic, publishMargin);
    }

    @Override
    public CatalogVersion at(Instant instant) {
        return catalogs.history().inForceAt(instant);
    }

    /** Reads until the thread is interrupted. */
    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                read();
            } catch (InterruptException stopped) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException failure) {
                LOG.warn("The catalog cannot be read for now; this is tried again: {}", failure.toString());
                pause();
            }
        }
    }

    private void read() {
        Map<String, Object> properties = access.clientProperties();
        properties.put("client.id", "partner-portal-catalog");
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", false);
        properties.put("auto.offset.reset", "earliest");
        properties.put("allow.auto.create.topics", false);
        TopicPartition partition = new TopicPartition(topic.name(), 0);
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(properties, topic.keys().deserializer(), new ByteArrayDeserializer());
        try {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            while (!Thread.currentThread().isInterrupted()) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    catalogs.enter(
                            record.key(), record.headers(), record.value(), Instant.ofEpochMilli(record.timestamp()));
                }
            }
        } finally {
            ClientClosing.uninterrupted(consumer::close);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
