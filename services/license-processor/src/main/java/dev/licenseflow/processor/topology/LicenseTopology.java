package dev.licenseflow.processor.topology;

import dev.licenseflow.domain.desk.LicenseDesk;
import dev.licenseflow.messaging.mapping.MonthBegin;
import dev.licenseflow.messaging.state.StateSerdes;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.messaging.topic.Topic;
import dev.licenseflow.processor.catalog.CatalogBook;
import dev.licenseflow.processor.processor.Outlets;
import dev.licenseflow.processor.processor.StepParts;
import dev.licenseflow.processor.processor.StepSuppliers;
import dev.licenseflow.processor.store.CustomerStore;
import dev.licenseflow.processor.store.FirstDecisionStore;
import dev.licenseflow.processor.store.MonthSweepStore;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * The whole application as one sub-topology: requests, settlements and the clock are read together, in the order of
 * their append times, by steps that share the customer's state.
 *
 * <p>Every node has a name of its own: it is part of what is deployed, and a changed name is a changed deployment.
 */
public final class LicenseTopology {

    private static final String DECIDE_REQUEST = "decide-request";
    private static final String DECIDE_SETTLEMENT = "decide-settlement";
    private static final String CLOSE_MONTH = "close-month";
    private static final String ENTER_CATALOG = "enter-catalog";

    private LicenseTopology() {}

    /** The topology with a catalog book of its own. */
    public static Topology of(LicensingTopics topics, ProcessorSettings settings) {
        return of(topics, settings, new CatalogBook(settings.publishMargin()));
    }

    /**
     * The topology with a given catalog book.
     *
     * @param catalogs filled by the topology, for who wants to read along
     */
    public static Topology of(LicensingTopics topics, ProcessorSettings settings, CatalogBook catalogs) {
        StepParts parts = new StepParts(new LicenseDesk(settings.calendar()), catalogs, Outlets.of(topics), settings);
        StepSuppliers steps = new StepSuppliers(
                parts,
                Set.of(
                        CustomerStore.builder(StateSerdes.customers()),
                        FirstDecisionStore.builder(StateSerdes.firstDecisions()),
                        MonthSweepStore.builder(StateSerdes.monthSweeps())));
        Topology topology = new Topology();
        readCatalog(topology, topics, catalogs);
        read(topology, topics.requests());
        read(topology, topics.settlements());
        // Whatever stands on the clock topic, its time is all that counts: it is not decoded, so it cannot be bad.
        topology.addSource(
                topics.clock().ingest(),
                topics.clock().keys().deserializer(),
                new ByteArrayDeserializer(),
                topics.clock().name());
        topology.addProcessor(
                DECIDE_REQUEST, steps.decideRequest(), topics.requests().ingest());
        topology.addProcessor(
                DECIDE_SETTLEMENT,
                steps.decideSettlement(),
                topics.settlements().ingest());
        topology.addProcessor(CLOSE_MONTH, steps.closeMonth(), topics.clock().ingest());
        String[] deciding = {DECIDE_REQUEST, DECIDE_SETTLEMENT, CLOSE_MONTH};
        write(topology, topics.decisions(), deciding);
        write(topology, topics.charges(), deciding);
        write(topology, topics.licenses(), deciding);
        write(topology, topics.monthCloses(), CLOSE_MONTH);
        topology.addSink(
                topics.clock().egress(),
                topics.clock().name(),
                topics.clock().keys().serializer(),
                topics.clock().values().serializer(),
                (StreamPartitioner<String, MonthBegin>)
                        (topic, key, tick, partitions) -> Optional.of(Set.of(tick.partition())),
                CLOSE_MONTH);
        return topology;
    }

    private static void readCatalog(Topology topology, LicensingTopics topics, CatalogBook catalogs) {
        topology.addGlobalStore(
                CatalogBook.store(topics.catalog().values()),
                topics.catalog().ingest(),
                topics.catalog().keys().deserializer(),
                topics.catalog().values().deserializer(),
                topics.catalog().name(),
                ENTER_CATALOG,
                catalogs::writer);
    }

    private static <V> void read(Topology topology, Topic<String, V> topic) {
        topology.addSource(
                topic.ingest(), topic.keys().deserializer(), topic.values().deserializer(), topic.name());
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
