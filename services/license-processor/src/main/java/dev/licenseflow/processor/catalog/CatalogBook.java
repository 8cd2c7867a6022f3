package dev.licenseflow.processor.catalog;

import dev.licenseflow.domain.catalog.CatalogFault;
import dev.licenseflow.domain.catalog.CatalogHistory;
import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.catalog.PublishedCatalog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All catalog versions, the same on every instance. Written by the global stream thread alone and read by the others,
 * once per record; so it is one immutable history that is replaced as a whole.
 */
public final class CatalogBook {

    /** The global store of published versions, keyed by version number, each with the time it was appended. */
    public static final String STORE = "catalog-versions";

    private static final Logger LOG = LoggerFactory.getLogger(CatalogBook.class);

    private final Duration publishMargin;
    private volatile CatalogHistory history = CatalogHistory.EMPTY;

    public CatalogBook(Duration publishMargin) {
        this.publishMargin = publishMargin;
    }

    public CatalogHistory history() {
        return history;
    }

    /** The store that the book is kept in; it is restored from the topic itself and needs no changelog. */
    public static StoreBuilder<TimestampedKeyValueStore<String, CatalogVersion>> store(Serde<CatalogVersion> serde) {
        return Stores.timestampedKeyValueStoreBuilder(Stores.inMemoryKeyValueStore(STORE), Serdes.String(), serde)
                .withLoggingDisabled();
    }

    /** The global step that enters versions into the book. */
    public Processor<String, CatalogVersion, Void, Void> writer() {
        return new Writer();
    }

    private final class Writer implements Processor<String, CatalogVersion, Void, Void> {

        private TimestampedKeyValueStore<String, CatalogVersion> store;

        @Override
        public void init(ProcessorContext<Void, Void> context) {
            store = context.getStateStore(STORE);
            read();
        }

        @Override
        public void process(Record<String, CatalogVersion> record) {
            CatalogVersion catalog = record.value();
            if (catalog == null || !Integer.toString(catalog.version()).equals(record.key())) {
                LOG.error("Ignored a catalog record under the key {}: its key has to be its version", record.key());
                return;
            }
            if (history.version(catalog.version()).isPresent()) {
                refuseOverwrite(catalog);
                return;
            }
            PublishedCatalog published = new PublishedCatalog(catalog, Instant.ofEpochMilli(record.timestamp()));
            List<CatalogFault> faults = history.faults(published, publishMargin);
            if (!faults.isEmpty()) {
                LOG.error("Catalog version {} is not in force, and nothing is decided by it: {}", record.key(), faults);
            }
            // Kept even so: on a compacted topic an earlier version may come after a later one.
            store.put(record.key(), ValueAndTimestamp.make(catalog, record.timestamp()));
            read();
        }

        private void refuseOverwrite(CatalogVersion catalog) {
            if (!history.version(catalog.version()).orElseThrow().equals(catalog)) {
                LOG.error(
                        "Ignored another catalog version {}: a version that is in force is never overwritten",
                        catalog.version());
            }
        }

        private void read() {
            List<PublishedCatalog> published = new ArrayList<>();
            try (KeyValueIterator<String, ValueAndTimestamp<CatalogVersion>> versions = store.all()) {
                versions.forEachRemaining(entry -> published.add(
                        new PublishedCatalog(entry.value.value(), Instant.ofEpochMilli(entry.value.timestamp()))));
            }
            history = CatalogHistory.of(published, publishMargin);
        }
    }
}
