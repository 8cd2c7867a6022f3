package dev.licenseflow.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamsGroupIT {

    @TempDir
    private Path temp;

    @Test
    void anExactlyOnceApplicationJoinsByTheStreamsProtocol() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(temp.resolve("data"), BrokerSettings.onFreePorts())) {
            BrokerClients.createTopic(broker.bootstrapServers(), "in");
            BrokerClients.createTopic(broker.bootstrapServers(), "out");
            BrokerClients.produce(broker.bootstrapServers(), "in", "a", "b", "c");
            StreamsBuilder builder = new StreamsBuilder();
            builder.<String, String>stream("in").mapValues(value -> value + "!").to("out");
            try (KafkaStreams streams = new KafkaStreams(builder.build(), settings(broker))) {
                streams.start();
                assertThat(BrokerClients.committedValues(broker.bootstrapServers(), "out", 3))
                        .containsExactlyInAnyOrder("a!", "b!", "c!");
            }
        }
    }

    private Properties settings(EmbeddedBroker broker) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "shouter");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
        properties.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "streams");
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, temp.resolve("state").toString());
        properties.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
        properties.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
        return properties;
    }
}
