package dev.licenseflow.messaging.publishing;

import dev.licenseflow.domain.catalog.CatalogFault;
import dev.licenseflow.domain.catalog.CatalogHistory;
import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.catalog.PublishedCatalog;
import dev.licenseflow.messaging.mapping.UnreadableRecordException;
import dev.licenseflow.messaging.topic.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The catalog versions as the records of the catalog topic make them, entered in the order of the log (C2). Everybody who
 * reads the topic uses this, so all of them see the same versions. A record that may not stand there is logged as an
 * error and changes nothing. One thread enters; any thread may read the history, which is replaced as a whole.
 */
public final class CatalogProjection {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogProjection.class);

    private final String topic;
    private final Deserializer<CatalogVersion> values;
    private final Duration publishMargin;
    private volatile CatalogHistory history = CatalogHistory.EMPTY;

    /** @param publishMargin how long before it takes effect a version has to be known (C2) */
    public CatalogProjection(Topic<String, CatalogVersion> topic, Duration publishMargin) {
        this.topic = topic.name();
        this.values = topic.values().deserializer();
        this.publishMargin = publishMargin;
    }

    public CatalogHistory history() {
        return history;
    }

    /**
     * Enters a record; entering the same record again changes nothing.
     *
     * @param appendedAt when the broker appended it (T1)
     * @throws dev.licenseflow.wire.RegistryUnavailableException if the registry does not answer
     */
    public void enter(@Nullable String key, Headers headers, byte @Nullable [] value, Instant appendedAt) {
        CatalogVersion catalog;
        try {
            catalog = values.deserialize(topic, headers, value);
        } catch (SerializationException | UnreadableRecordException unreadable) {
            LOG.error("Ignored a catalog record that cannot be decoded: {}", unreadable.getMessage());
            return;
        }
        if (catalog == null || !Integer.toString(catalog.version()).equals(key)) {
            LOG.error("Ignored a catalog record: its key has to be its version");
            return;
        }
        if (history.version(catalog.version()).isPresent()) {
            refuseOverwrite(catalog);
            return;
        }
        PublishedCatalog published = new PublishedCatalog(catalog, appendedAt);
        List<CatalogFault> faults = history.faults(published, publishMargin);
        if (!faults.isEmpty()) {
            LOG.error(
                    "Catalog version {} is not in force, and nothing is decided by it: {}", catalog.version(), faults);
        }
        history = history.with(published, publishMargin);
    }

    private void refuseOverwrite(CatalogVersion catalog) {
        if (!history.version(catalog.version()).orElseThrow().equals(catalog)) {
            LOG.error(
                    "Ignored another catalog version {}: a version that is in force is never overwritten",
                    catalog.version());
        }
    }
}
