package dev.licenseflow.billing.spring;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the ledger alone, under {@code licenseflow.ledger}.
 *
 * @param group the consumer group; a new name reads all topics from their beginning, which changes nothing in the ledger
 * @param pollRecords records entered in one transaction of the database, at most
 * @param kafka whether it reads and publishes; if not, it only answers from its database
 */
@ConfigurationProperties("licenseflow.ledger")
public record LedgerProperties(
        @DefaultValue("billing-ledger") String group,
        @DefaultValue("500") int pollRecords,
        @DefaultValue("true") boolean kafka) {}
