package dev.licenseflow.portal.spring;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The portal's own properties, under {@code licenseflow}.
 *
 * @param publishMargin how long before its effective date a catalog version has to be known (C2), as in the processor
 * @param processorUrl the processor's read API, which answers previews
 * @param portal how the portal reads and publishes
 */
@ConfigurationProperties("licenseflow")
public record PortalProperties(
        @DefaultValue("1m") Duration publishMargin,
        @DefaultValue("http://127.0.0.1:8080") String processorUrl,
        @DefaultValue Portal portal) {

    /**
     * How the portal uses Kafka.
     *
     * @param group the consumer group; a new name reads all topics from their beginning, which changes nothing
     * @param pollRecords records entered in one transaction of the database, at most
     * @param kafka whether it reads and publishes; off, it only answers from its database
     */
    public record Portal(
            @DefaultValue("partner-portal") String group,
            @DefaultValue("500") int pollRecords,
            @DefaultValue("true") boolean kafka) {}
}
