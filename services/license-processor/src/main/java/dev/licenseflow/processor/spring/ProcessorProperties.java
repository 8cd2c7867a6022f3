package dev.licenseflow.processor.spring;

import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.processor.processor.ProcessorSettings;
import dev.licenseflow.processor.streams.ProcessorConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.apache.kafka.streams.state.HostInfo;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What a deployment may set, under {@code licenseflow}; see {@link ProcessorConnection} and {@link ProcessorSettings}. */
@ConfigurationProperties("licenseflow")
public record ProcessorProperties(
        @DefaultValue("127.0.0.1:9092") String bootstrapServers,
        @DefaultValue Map<String, String> registry,
        @DefaultValue("127.0.0.1:8080") String applicationServer,
        @DefaultValue("state") Path stateDirectory,
        @DefaultValue("2") int threads,
        @DefaultValue("America/Sao_Paulo") ZoneId zone,
        @DefaultValue("1m") Duration publishMargin,
        @DefaultValue("8") int partitions,
        @DefaultValue Map<String, String> streams) {

    /** Where other instances reach this one's read API. */
    HostInfo self() {
        return HostInfo.buildFromEndpoint(applicationServer);
    }

    ProcessorConnection connection() {
        return new ProcessorConnection(
                bootstrapServers, registry, applicationServer, partitions, stateDirectory, threads, streams);
    }

    ProcessorSettings settings() {
        ProcessorSettings defaults = ProcessorSettings.DEFAULT;
        return new ProcessorSettings(
                new BusinessCalendar(zone),
                publishMargin,
                defaults.sweepInterval(),
                defaults.sweepCustomers(),
                defaults.sweepBudget());
    }
}
