package dev.licenseflow.processor.streams;

import dev.licenseflow.domain.engine.LicenseEngine;
import dev.licenseflow.messaging.publishing.CatalogProjection;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.processor.processor.ProcessorSettings;
import dev.licenseflow.processor.query.GroupOwners;
import dev.licenseflow.processor.query.LicenseQueries;
import dev.licenseflow.processor.topology.LicenseTopology;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One running instance of the processor. A bug or a broken invariant stops it: the offset stays where it is, nothing of
 * the record is committed, and the state becomes {@link KafkaStreams.State#ERROR}.
 */
public final class LicenseProcessor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LicenseProcessor.class);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(25);

    private final KafkaStreams streams;
    private final GroupOwners owners;
    private final LicenseQueries queries;

    private LicenseProcessor(KafkaStreams streams, GroupOwners owners, LicenseQueries queries) {
        this.streams = streams;
        this.owners = owners;
        this.queries = queries;
    }

    /** An instance that is not started yet; {@code onState} is told of every state it comes to, on one of its threads. */
    public static LicenseProcessor of(
            ProcessorConnection connection, ProcessorSettings settings, Consumer<KafkaStreams.State> onState) {
        return of(connection, settings, Time.SYSTEM, onState);
    }

    /**
     * The same by another wall clock. It decides nothing: a month is due by the time of the partition's records, and the
     * wall clock only says when a quiet partition is to be told (M5). Tests bring a month boundary near with it.
     */
    public static LicenseProcessor of(
            ProcessorConnection connection,
            ProcessorSettings settings,
            Time wallClock,
            Consumer<KafkaStreams.State> onState) {
        LicensingTopics topics = LicensingTopics.of(connection.registry());
        CatalogProjection catalogs = new CatalogProjection(topics.catalog(), settings.publishMargin());
        Properties properties = StreamsProperties.of(connection);
        KafkaStreams streams = new KafkaStreams(
                LicenseTopology.of(topics, settings, connection.partitions(), catalogs), properties, wallClock);
        streams.setUncaughtExceptionHandler(failure -> {
            LOG.error("The processor stops: it cannot go on without a wrong or missing decision", failure);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        streams.setStateListener((to, from) -> {
            LOG.info("The processor is {}, it was {}", to, from);
            onState.accept(to);
        });
        streams.setGlobalStateRestoreListener(new RestoreLog());
        LicenseEngine engine = new LicenseEngine(settings.calendar());
        GroupOwners owners = new GroupOwners(
                new StreamsConfig(properties).getAdminConfigs("license-processor-queries"),
                StreamsProperties.APPLICATION_ID);
        return new LicenseProcessor(
                streams, owners, new LicenseQueries(streams, engine, catalogs, owners, connection.partitions()));
    }

    public void start() {
        streams.start();
    }

    public KafkaStreams.State state() {
        return streams.state();
    }

    /** Answers questions about customers, of this instance or another. */
    public LicenseQueries queries() {
        return queries;
    }

    /** What Kafka Streams and its clients measure, the intake's counters among it. */
    public MeterBinder metrics() {
        return new KafkaStreamsMetrics(streams);
    }

    /** Finishes what is in flight, commits it and leaves the group. */
    @Override
    public void close() {
        owners.close();
        if (!streams.close(CLOSE_WITHIN)) {
            LOG.warn(
                    "The processor did not stop within {} s; its open transaction will be aborted",
                    CLOSE_WITHIN.toSeconds());
        }
    }

    /** Tells an operator what an instance restores before it decides again: one line for each store of a partition, at its end. */
    private static final class RestoreLog implements StateRestoreListener {

        @Override
        public void onRestoreStart(TopicPartition partition, String store, long startingOffset, long endingOffset) {}

        @Override
        public void onBatchRestored(TopicPartition partition, String store, long batchEndOffset, long restored) {}

        @Override
        public void onRestoreEnd(TopicPartition partition, String store, long restored) {
            if (restored > 0) {
                LOG.info("Restored {} records of store {} from {}", restored, store, partition);
            }
        }
    }
}
