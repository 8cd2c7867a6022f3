package dev.licenseflow.portal.spring;

import dev.licenseflow.database.spring.DatabaseProperties;
import dev.licenseflow.database.spring.ReadingSettings;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a deployment may set, under {@code licenseflow}.
 *
 * @param bootstrapServers of the brokers
 * @param registry Confluent properties of the schema registry
 * @param client further properties of Kafka clients, such as security
 * @param instanceId of this instance, kept over restarts and no other instance's; empty for none, which costs time after a kill
 * @param zone the business zone (T2)
 * @param publishMargin how long before it takes effect a catalog version has to be known (C2), as the processor has it
 * @param processorUrl of the processor's read API, which answers previews
 * @param portal what only concerns the portal
 * @param database where the portal is kept
 */
@ConfigurationProperties("licenseflow")
public record PortalProperties(
        @DefaultValue("127.0.0.1:9092") String bootstrapServers,
        @DefaultValue Map<String, String> registry,
        @DefaultValue Map<String, String> client,
        @DefaultValue("") String instanceId,
        @DefaultValue("America/Sao_Paulo") ZoneId zone,
        @DefaultValue("1m") Duration publishMargin,
        @DefaultValue("http://127.0.0.1:8080") String processorUrl,
        @DefaultValue Portal portal,
        @DefaultValue DatabaseProperties database) {

    /**
     * How the portal takes part on the cluster.
     *
     * @param group the consumer group; a new name reads all topics from their beginning, which changes nothing
     * @param pollRecords records entered in one transaction of the database, at most
     * @param kafka whether it reads and publishes; off, it only answers from its database
     */
    public record Portal(
            @DefaultValue("partner-portal") String group,
            @DefaultValue("500") int pollRecords,
            @DefaultValue("true") boolean kafka) {}

    KafkaAccess access() {
        return new KafkaAccess(bootstrapServers, registry, client);
    }

    ReadingSettings reading() {
        return new ReadingSettings(
                access(),
                portal.group(),
                Optional.of(instanceId).filter(id -> !id.isBlank()),
                "partner-portal",
                portal.pollRecords(),
                portal.kafka());
    }
}
