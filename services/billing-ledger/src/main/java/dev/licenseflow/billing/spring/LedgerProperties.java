package dev.licenseflow.billing.spring;

import dev.licenseflow.billing.outbox.RelaySettings;
import dev.licenseflow.database.spring.DatabaseProperties;
import dev.licenseflow.database.spring.ReadingSettings;
import dev.licenseflow.messaging.publishing.KafkaAccess;
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
 * @param ledger what only concerns the ledger
 * @param database where the ledger is kept; one of its connections is the outbox's
 */
@ConfigurationProperties("licenseflow")
public record LedgerProperties(
        @DefaultValue("127.0.0.1:9092") String bootstrapServers,
        @DefaultValue Map<String, String> registry,
        @DefaultValue Map<String, String> client,
        @DefaultValue("") String instanceId,
        @DefaultValue("America/Sao_Paulo") ZoneId zone,
        @DefaultValue Ledger ledger,
        @DefaultValue DatabaseProperties database) {

    /**
     * How the ledger takes part on the cluster.
     *
     * @param group the consumer group; a new name reads all topics from their beginning, which changes nothing in the ledger
     * @param pollRecords records entered in one transaction of the database, at most
     * @param transactionalId of the outbox's producer, the same for all instances of one ledger and for no other
     * @param kafka whether it reads and publishes; off, it only answers from its database
     */
    public record Ledger(
            @DefaultValue("billing-ledger") String group,
            @DefaultValue("500") int pollRecords,
            @DefaultValue("billing-ledger-outbox") String transactionalId,
            @DefaultValue("true") boolean kafka) {}

    KafkaAccess access() {
        return new KafkaAccess(bootstrapServers, registry, client);
    }

    ReadingSettings reading() {
        return new ReadingSettings(
                access(),
                ledger.group(),
                Optional.of(instanceId).filter(id -> !id.isBlank()),
                "billing-ledger",
                ledger.pollRecords(),
                ledger.kafka());
    }

    RelaySettings relay() {
        RelaySettings defaults = RelaySettings.DEFAULT;
        return new RelaySettings(ledger.transactionalId(), defaults.batch(), defaults.idle(), defaults.retry());
    }
}
