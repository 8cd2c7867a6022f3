package dev.licenseflow.testkit;

import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.license.OpenCharge;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.messaging.mapping.MonthBegin;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.messaging.topic.Topic;
import dev.licenseflow.messaging.topic.TopicReader;
import dev.licenseflow.processor.processor.ProcessorSettings;
import dev.licenseflow.processor.store.CustomerStore;
import dev.licenseflow.processor.streams.StreamsProperties;
import dev.licenseflow.processor.topology.LicenseTopology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;

/**
 * The pipeline with one partition on a clock that its user moves. The clock stops at each month boundary on its way, so
 * that every customer is closed before anything of the new month is published.
 */
public final class VirtualPipeline implements AutoCloseable {

    private static final Duration UNBOUNDED = Duration.ofDays(1_000);

    private final BusinessCalendar calendar;
    private final LicensingTopics topics;
    private final WriteOrder order = new WriteOrder();
    private final TopologyTestDriver driver;
    private final TopicReader reader;
    private final Path stateDirectory;
    private final Map<String, TestOutputTopic<String, byte[]>> outputs = new TreeMap<>();
    private Instant now;

    /** Starts the pipeline at an instant, with catalog versions that have been known long before. */
    public VirtualPipeline(List<CatalogVersion> catalogs, BusinessCalendar calendar, Instant start) {
        this.calendar = calendar;
        this.now = start;
        Map<String, String> registry = Map.of("schema.registry.url", "mock://" + System.identityHashCode(this));
        this.topics = order.watching(LicensingTopics.of(registry));
        this.reader = new TopicReader(registry);
        this.stateDirectory = temporaryDirectory();
        this.driver = new TopologyTestDriver(LicenseTopology.of(topics, settings(calendar)), properties(), start);
        publishCatalogs(catalogs, start);
        pipe(topics.clock(), "0", new MonthBegin(calendar.monthOf(start), 0));
        order.take();
    }

    /** Moves the clock; months that begin on the way are closed. */
    public void moveTo(Instant at) {
        while (true) {
            Instant boundary = calendar.startOf(calendar.monthOf(now).plusMonths(1));
            if (boundary.isAfter(at)) {
                break;
            }
            advanceTo(boundary);
        }
        advanceTo(at);
    }

    /** Publishes a request at the present moment, under a key that is usually its customer id. */
    public void publish(String key, Request request) {
        pipe(topics.requests(), key, request);
    }

    /** Publishes a request of the back office at the present moment, under a key that is usually its customer id. */
    public void publishToBackOffice(String key, Request request) {
        pipe(topics.backOffice(), key, request);
    }

    /** Publishes a settlement at the present moment, under a key that is usually its customer id. */
    public void publish(String key, Settlement settlement) {
        pipe(topics.settlements(), key, settlement);
    }

    /** Publishes a catalog version at the present moment; whether it counts is for the pipeline to say (C2). */
    public void publish(CatalogVersion catalog) {
        pipe(topics.catalog(), Integer.toString(catalog.version()), catalog);
    }

    /** The ids of the charges that are open at the present moment. */
    public List<String> openCharges(String customerId) {
        KeyValueStore<String, CustomerLicenses> customers = driver.getKeyValueStore(CustomerStore.NAME);
        CustomerLicenses licenses = customers.get(customerId);
        return licenses == null
                ? List.of()
                : licenses.openCharges().stream().map(OpenCharge::chargeId).toList();
    }

    /** What was written since the last call, in the order in which it was written. */
    public List<WrittenRecord> written() {
        List<WrittenRecord> written = new ArrayList<>();
        Deque<String> names = order.take();
        names.forEach(topic -> written.add(next(topic)));
        // Dead letters are copied as bytes, so nothing saw them written; each is the only record its cause led to.
        for (Topic<String, ?> topic : List.of(topics.requests(), topics.backOffice(), topics.settlements())) {
            String deadLetters = topic.deadLetters();
            while (!output(deadLetters).isEmpty()) {
                written.add(next(deadLetters));
            }
        }
        return written;
    }

    @Override
    public void close() {
        driver.close();
        try {
            Files.deleteIfExists(stateDirectory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private WrittenRecord next(String topic) {
        TestRecord<String, byte[]> record = output(topic).readRecord();
        TreeMap<String, String> headers = new TreeMap<>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return new WrittenRecord(
                topic,
                record.key(),
                record.getRecordTime(),
                reader.read(topic, record.headers(), record.value()).orElseThrow(),
                headers);
    }

    private TestOutputTopic<String, byte[]> output(String topic) {
        return outputs.computeIfAbsent(
                topic, name -> driver.createOutputTopic(name, new StringDeserializer(), new ByteArrayDeserializer()));
    }

    private void advanceTo(Instant at) {
        driver.advanceWallClockTime(Duration.between(now, at));
        now = at;
    }

    private <V> void pipe(Topic<String, V> topic, String key, V value) {
        pipe(topic, key, value, now);
    }

    private <V> void pipe(Topic<String, V> topic, String key, V value, Instant at) {
        driver.createInputTopic(
                        topic.name(), topic.keys().serializer(), topic.values().serializer())
                .pipeInput(key, value, at);
    }

    private void publishCatalogs(List<CatalogVersion> catalogs, Instant start) {
        Instant known = catalogs.stream()
                .map(CatalogVersion::effectiveFrom)
                .filter(effectiveFrom -> effectiveFrom.isBefore(start))
                .findFirst()
                .orElse(start)
                .minus(Duration.ofDays(1));
        catalogs.forEach(catalog -> pipe(topics.catalog(), Integer.toString(catalog.version()), catalog, known));
    }

    /** The month close takes as much as there is in one turn: on this clock nobody waits for it. */
    private static ProcessorSettings settings(BusinessCalendar calendar) {
        return new ProcessorSettings(
                calendar,
                ProcessorSettings.DEFAULT.publishMargin(),
                Duration.ofMillis(1),
                Integer.MAX_VALUE,
                UNBOUNDED);
    }

    private Properties properties() {
        Properties properties = StreamsProperties.common();
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        return properties;
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("licenseflow-simulation");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
