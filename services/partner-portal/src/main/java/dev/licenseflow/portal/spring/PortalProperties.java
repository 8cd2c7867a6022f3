package dev.licenseflow.portal.spring;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a deployment may set of the portal alone, under {@code licenseflow}.
 *
 * @param publishMargin how long before it takes effect a catalog version has to be known (C2), as the processor has it
 * @param processorUrl of the processor's read API, which answers previews
 * @param portal what only concerns the portal
 */
@ConfigurationProperties("licenseflow")
public record PortalProperties(
        @DefaultValue("1m") Duration publishMargin,
        @DefaultValue("http://127.0.0.1:8080") String processorUrl,
        @DefaultValue Portal portal) {

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
}
