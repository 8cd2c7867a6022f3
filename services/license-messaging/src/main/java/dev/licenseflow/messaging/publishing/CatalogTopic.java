package dev.licenseflow.messaging.publishing;

import dev.licenseflow.domain.catalog.CatalogFault;
import dev.licenseflow.domain.catalog.CatalogHistory;
import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.catalog.PublishedCatalog;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.messaging.topic.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The catalog topic as its publisher sees it: what is there, and whether another version may follow (C2). */
public final class CatalogTopic {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaAccess access;
    private final Topic<String, CatalogVersion> topic;
    private final Duration publishMargin;

    public CatalogTopic(KafkaAccess access, Duration publishMargin) {
        this.access = access;
        this.topic = LicensingTopics.of(access.registry()).catalog();
        this.publishMargin = publishMargin;
    }

    /**
     * All versions that are in force or will be, as the processor sees them.
     *
     * @throws CatalogTopicException if the topic cannot be read in time
     */
    public CatalogHistory history() {
        CatalogProjection catalogs = new CatalogProjection(topic, publishMargin);
        read(catalogs);
        return catalogs.history();
    }

    /**
     * Publishes a version, unless it may not follow those that are there.
     *
     * @return every reason against it; empty if it was published, or stands there already in the same words
     * @throws CatalogTopicException if the topic cannot be read or written in time
     */
    public List<CatalogFault> publish(CatalogVersion catalog) {
        CatalogHistory history = history();
        if (history.version(catalog.version()).filter(catalog::equals).isPresent()) {
            return List.of();
        }
        List<CatalogFault> faults = history.faults(new PublishedCatalog(catalog, Instant.now()), publishMargin);
        if (faults.isEmpty()) {
            write(catalog);
        }
        return faults;
    }

    private void read(CatalogProjection catalogs) {
        Map<String, Object> properties = access.clientProperties();
        properties.put("isolation.level", "read_committed");
        TopicPartition partition = new TopicPartition(topic.name(), 0);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(properties, topic.keys().deserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition), TIMEOUT).getOrDefault(partition, 0L);
            long deadline = System.nanoTime() + TIMEOUT.toNanos();
            while (consumer.position(partition, TIMEOUT) < end) {
                if (System.nanoTime() - deadline > 0) {
                    throw new CatalogTopicException("The catalog topic could not be read to its end in time");
                }
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    catalogs.enter(
                            record.key(), record.headers(), record.value(), Instant.ofEpochMilli(record.timestamp()));
                }
            }
        } catch (org.apache.kafka.common.errors.TimeoutException late) {
            throw new CatalogTopicException("The broker at " + access.bootstrapServers() + " does not answer", late);
        }
    }

    private void write(CatalogVersion catalog) {
        Map<String, Object> properties = access.clientProperties();
        properties.put("acks", "all");
        try (KafkaProducer<String, CatalogVersion> producer = new KafkaProducer<>(
                properties, topic.keys().serializer(), topic.values().serializer())) {
            producer.send(new ProducerRecord<>(topic.name(), Integer.toString(catalog.version()), catalog))
                    .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new CatalogTopicException("Version " + catalog.version() + " could not be published", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CatalogTopicException("Stopped while publishing version " + catalog.version(), stopped);
        }
    }
}
