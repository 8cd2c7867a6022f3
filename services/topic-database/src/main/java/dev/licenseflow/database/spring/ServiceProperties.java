package dev.licenseflow.database.spring;

import dev.licenseflow.messaging.publishing.KafkaAccess;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of a service with topics and a database, under {@code licenseflow}.
 *
 * @param bootstrapServers of the brokers
 * @param registry Confluent properties of the schema registry
 * @param client further properties of Kafka clients, such as security
 * @param instanceId of this instance alone, and the same after a restart; empty for none, then reading on after a kill takes longer
 * @param zone the business zone (T2)
 * @param database the service's own
 */
@ConfigurationProperties("licenseflow")
public record ServiceProperties(
        @DefaultValue("127.0.0.1:9092") String bootstrapServers,
        @DefaultValue Map<String, String> registry,
        @DefaultValue Map<String, String> client,
        @DefaultValue("") String instanceId,
        @DefaultValue("America/Sao_Paulo") ZoneId zone,
        @DefaultValue DatabaseProperties database) {

    public KafkaAccess access() {
        return new KafkaAccess(bootstrapServers, registry, client);
    }

    /** How the service of that name reads its topics; see {@link ReadingSettings}. */
    public ReadingSettings reading(String service, String group, int pollRecords, boolean enabled) {
        return new ReadingSettings(
                access(), group, Optional.of(instanceId).filter(id -> !id.isBlank()), service, pollRecords, enabled);
    }
}
