package dev.licenseflow.messaging.publishing;

import java.util.HashMap;
import java.util.Map;

/**
 * How a client reaches the brokers and the schema registry.
 *
 * @param bootstrapServers {@code host:port} joined by commas
 * @param registry the Confluent properties, {@code schema.registry.url} above all
 * @param client further properties of Kafka clients, such as security
 */
public record KafkaAccess(String bootstrapServers, Map<String, String> registry, Map<String, String> client) {

    public KafkaAccess {
        registry = Map.copyOf(registry);
        client = Map.copyOf(client);
    }

    public static KafkaAccess of(String bootstrapServers, String registryUrl) {
        return new KafkaAccess(bootstrapServers, Map.of("schema.registry.url", registryUrl), Map.of());
    }

    /** The properties of a Kafka client, to be added to. */
    public Map<String, Object> clientProperties() {
        Map<String, Object> properties = new HashMap<>(client);
        properties.put("bootstrap.servers", bootstrapServers);
        return properties;
    }
}
