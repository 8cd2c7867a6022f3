package dev.licenseflow.processor.streams;

import dev.licenseflow.messaging.topic.LicensingTopics;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The settings of Kafka Streams on which the guarantees rest, and those that were found to serve it well. */
public final class StreamsProperties {

    /** Names the consumer group and the internal topics: never renamed. */
    public static final String APPLICATION_ID = "license-processor";

    private StreamsProperties() {}

    /** What every run needs, on a broker or on a virtual clock. */
    public static Properties common() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION_ID);
        // State, charges and decisions leave in one transaction, or none of them does (G3).
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        // A partition whose records were not fetched yet is waited for, so a tick overtakes no request (M5).
        properties.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, 0L);
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0L);
        return properties;
    }

    /** What an instance on a broker needs. */
    public static Properties of(ProcessorConnection connection) {
        Properties properties = common();
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, connection.bootstrapServers());
        properties.put(StreamsConfig.APPLICATION_SERVER_CONFIG, connection.applicationServer());
        properties.put(
                StreamsConfig.STATE_DIR_CONFIG, connection.stateDirectory().toString());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, connection.threads());
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100L);
        // After a clean stop another instance takes over in seconds, not after a session timeout.
        properties.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "streams");
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksDbMemory.class.getName());
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 128 * 1024);
        // What the largest legal input makes has to fit: see ADR 7.
        properties.put(
                StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
                LicensingTopics.OUTPUT_MAX_MESSAGE_BYTES);
        properties.put(
                StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG),
                LicensingTopics.OUTPUT_MAX_MESSAGE_BYTES);
        // After an unclean stop the stores go on from what they had on disk instead of being restored as a whole.
        properties.put(StreamsConfig.TRANSACTIONAL_STATE_STORES_CONFIG, true);
        properties.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        properties.putAll(connection.overrides());
        return properties;
    }
}
