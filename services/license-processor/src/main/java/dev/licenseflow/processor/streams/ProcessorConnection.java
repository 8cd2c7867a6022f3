package dev.licenseflow.processor.streams;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where the application runs and what it talks to.
 *
 * @param bootstrapServers of the brokers, {@code host:port} joined by commas
 * @param registry properties of the schema registry, {@code schema.registry.url} above all
 * @param applicationServer {@code host:port} at which other instances ask this one about its customers; empty if nobody
 *     asks
 * @param partitions of the topics, as they were provisioned: by it a record is known to be in the partition of its key
 * @param stateDirectory for the local copy of the stores; never shared by two instances
 * @param threads stream threads of this instance
 * @param overrides further properties of Kafka Streams and its clients, such as security; they win
 */
public record ProcessorConnection(
        String bootstrapServers,
        Map<String, String> registry,
        String applicationServer,
        int partitions,
        Path stateDirectory,
        int threads,
        Map<String, String> overrides) {

    public ProcessorConnection {
        registry = Map.copyOf(registry);
        overrides = Map.copyOf(overrides);
    }
}
