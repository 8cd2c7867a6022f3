package dev.licenseflow.processor.topology;

import dev.licenseflow.domain.engine.LicenseEngine;
import dev.licenseflow.messaging.mapping.MonthBegin;
import dev.licenseflow.messaging.publishing.CatalogProjection;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.messaging.topic.Topic;
import dev.licenseflow.processor.intake.Intake;
import dev.licenseflow.processor.intake.IntakeLog;
import dev.licenseflow.processor.processor.ProcessorSettings;
import dev.licenseflow.processor.processor.Steps;
import dev.licenseflow.processor.state.StateSerdes;
import dev.licenseflow.processor.store.CustomerStore;
import dev.licenseflow.processor.store.FirstDecisionStore;
import dev.licenseflow.processor.store.MonthSweepStore;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.Stores;

/**
 * The whole application as one sub-topology: requests, settlements and the clock are read together, in the order of
 * their append times, by steps that share the customer's state.
 *
 * <p>Every node has a name of its own: it is part of what is deployed, and a changed name is a changed deployment.
 */
public final class LicenseTopology {

    private static final String DECIDE_REQUEST = "decide-request";
    private static final String DECIDE_BACK_OFFICE = "decide-back-office";
    private static final String DECIDE_SETTLEMENT = "decide-settlement";
    private static final String CLOSE_MONTH = "close-month";
    private static final String CATALOG_STORE = "catalog-versions";
    private static final String ENTER_CATALOG = "enter-catalog";

    private LicenseTopology() {}

    /** The topology of a single partition, with catalogs of its own. */
    public static Topology of(LicensingTopics topics, ProcessorSettings settings) {
        return of(topics, settings, 1, new CatalogProjection(topics.catalog(), settings.publishMargin()));
    }

    /** The topology with catalogs that it fills and that others may read too. */
    public static Topology of(
            LicensingTopics topics, ProcessorSettings settings, int partitions, CatalogProjection catalogs) {
        Steps steps = new Steps(
                new LicenseEngine(settings.calendar()),
                catalogs,
                topics,
                settings,
                partitions,
                new IntakeLog(),
                Set.of(
                        CustomerStore.builder(StateSerdes.customers()),
                        FirstDecisionStore.builder(StateSerdes.firstDecisions()),
                        MonthSweepStore.builder(StateSerdes.monthSweeps())));
        Topology topology = new Topology();
        readCatalog(topology, topics, catalogs);
        decide(topology, topics.requests(), DECIDE_REQUEST, steps.decideRequest());
        decide(topology, topics.backOffice(), DECIDE_BACK_OFFICE, steps.decideBackOffice());
        decide(topology, topics.settlements(), DECIDE_SETTLEMENT, steps.decideSettlement());
        // Whatever stands on the clock topic, its time is all that counts: it is not decoded, so it cannot be bad.
        topology.addSource(
                topics.clock().ingest(),
                topics.clock().keys().deserializer(),
                new ByteArrayDeserializer(),
                topics.clock().name());
        topology.addProcessor(CLOSE_MONTH, steps.closeMonth(), topics.clock().ingest());
        String[] deciding = {DECIDE_REQUEST, DECIDE_BACK_OFFICE, DECIDE_SETTLEMENT, CLOSE_MONTH};
        write(topology, topics.decisions(), deciding);
        write(topology, topics.charges(), deciding);
        write(topology, topics.licenses(), deciding);
        write(topology, topics.monthCloses(), CLOSE_MONTH);
        topology.addSink(
                topics.clock().egress(),
                topics.clock().name(),
                topics.clock().keys().serializer(),
                topics.clock().values().serializer(),
                ownPartition(),
                CLOSE_MONTH);
        return topology;
    }

    @SuppressWarnings("removal") // The method without headers is the one that has to be there.
    private static StreamPartitioner<String, MonthBegin> ownPartition() {
        return (topic, key, tick, count) -> Optional.of(Set.of(tick.partition()));
    }

    /** The store stays empty: Kafka Streams reads the topic anew at each start, which fills the projection. */
    private static void readCatalog(Topology topology, LicensingTopics topics, CatalogProjection catalogs) {
        topology.addGlobalStore(
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(CATALOG_STORE), Serdes.String(), Serdes.ByteArray())
                        .withLoggingDisabled(),
                topics.catalog().ingest(),
                topics.catalog().keys().deserializer(),
                new ByteArrayDeserializer(),
                topics.catalog().name(),
                ENTER_CATALOG,
                () -> (Processor<String, byte[], Void, Void>) record -> catalogs.enter(
                        record.key(), record.headers(), record.value(), Instant.ofEpochMilli(record.timestamp())));
    }

    /** Reads bytes: what stands there need not be what belongs there, and is decoded by the step's intake. */
    private static void decide(
            Topology topology,
            Topic<String, ?> topic,
            String step,
            ProcessorSupplier<byte[], byte[], Object, Object> deciding) {
        topology.addSource(topic.ingest(), new ByteArrayDeserializer(), new ByteArrayDeserializer(), topic.name());
        topology.addProcessor(step, deciding, topic.ingest());
        writeBytes(topology, Intake.deadLetterSink(topic), topic.deadLetters(), step);
        writeBytes(topology, Intake.redirectSink(topic), topic.name(), step);
    }

    private static void writeBytes(Topology topology, String sink, String topic, String step) {
        topology.addSink(sink, topic, new ByteArraySerializer(), new ByteArraySerializer(), step);
    }

    private static <V> void write(Topology topology, Topic<String, V> topic, String... from) {
        topology.addSink(
                topic.egress(),
                topic.name(),
                topic.keys().serializer(),
                topic.values().serializer(),
                from);
    }
}
