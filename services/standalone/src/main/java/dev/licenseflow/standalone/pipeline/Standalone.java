package dev.licenseflow.standalone.pipeline;

import dev.licenseflow.messaging.publishing.KafkaAccess;
import dev.licenseflow.processor.spring.ProcessorApplication;
import dev.licenseflow.standalone.broker.BrokerSettings;
import dev.licenseflow.standalone.startup.DataFolder;
import dev.licenseflow.standalone.startup.FolderSettings;
import dev.licenseflow.standalone.startup.LogFile;
import dev.licenseflow.standalone.startup.Ports;
import dev.licenseflow.standalone.startup.StartupRefusedException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A whole pipeline in this JVM. Its parts are started one after the other and stopped the other way round; started again
 * on the same folder, it goes on where it was, also after a kill.
 */
public final class Standalone implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Standalone.class);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final StandaloneSettings settings;
    private final Consumer<StartPhase> progress;

    private Standalone(StandaloneSettings settings, Consumer<StartPhase> progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Starts everything, and returns when requests are decided.
     *
     * @param progress told what is being done; what it throws ends the start, cleanly
     * @throws StartupRefusedException for what the user can mend: a port, the folder, its contents
     */
    public static Running start(StandaloneSettings settings, Consumer<StartPhase> progress) {
        Standalone standalone = new Standalone(settings, progress);
        try {
            return standalone.startParts();
        } catch (RuntimeException failure) {
            standalone.close();
            throw failure;
        }
    }

    private Running startParts() {
        DataFolder folder = opened(DataFolder.open(settings.data()));
        Path log = folder.resolve("logs").resolve("licenseflow.log");
        LogFile.open(log);
        settings.checkPorts();
        FolderSettings made = FolderSettings.readOrCreate(
                folder, settings.partitions(), settings.zone(), StandaloneSettings.DEFAULTS);
        BrokerSettings broker =
                BrokerSettings.onPort(settings.kafkaPort()).reachableAs(settings.host(), settings.advertisedHost());
        Foundation foundation =
                opened(Foundation.start(folder, broker, settings.registryPort(), made.partitions(), progress));
        progress.accept(StartPhase.PROCESSOR);
        int httpPort = settings.httpPort() == 0 ? Ports.free(settings.host()) : settings.httpPort();
        ConfigurableApplicationContext processor = opened(startProcessor(folder, made, foundation.access(), httpPort));
        ProcessorReadiness readiness = new ProcessorReadiness(processor);
        readiness.await(progress);
        return new Running(
                this,
                readiness,
                new Addresses(
                        foundation.access().bootstrapServers(),
                        "http://" + settings.advertisedHost() + ":" + foundation.registryPort(),
                        "http://" + settings.advertisedHost() + ":" + httpPort + "/actuator/health",
                        made,
                        log));
    }

    private ConfigurableApplicationContext startProcessor(
            DataFolder folder, FolderSettings made, KafkaAccess access, int httpPort) {
        Map<String, Object> properties = Map.of(
                "licenseflow.bootstrap-servers", access.bootstrapServers(),
                "licenseflow.registry[schema.registry.url]", access.registry().get("schema.registry.url"),
                "licenseflow.state-directory", folder.resolve("state").toString(),
                "licenseflow.zone", made.zone().getId(),
                "licenseflow.partitions", made.partitions(),
                "server.address", settings.host(),
                "server.port", httpPort);
        return ProcessorApplication.builder()
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .run(properties.entrySet().stream()
                        .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                        .toArray(String[]::new));
    }

    private <P extends AutoCloseable> P opened(P part) {
        parts.push(part);
        return part;
    }

    /** Stops the parts, the last one first. */
    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception failure) {
                // What is left has to be stopped as well.
                LOG.error("A part of the pipeline did not stop cleanly", failure);
            }
        }
    }

    /** A pipeline that decides requests. */
    public record Running(Standalone standalone, ProcessorReadiness readiness, Addresses addresses)
            implements AutoCloseable {

        /** Why it no longer decides requests, if a bug or a broken invariant has stopped it; the log says more. */
        public Optional<String> failure() {
            return readiness.failure();
        }

        @Override
        public void close() {
            standalone.close();
        }
    }

    /**
     * Where everything is, for clients.
     *
     * @param bootstrapServers for Kafka clients
     * @param registryUrl for clients of the schema registry
     * @param healthUrl answers 200 while requests are decided
     * @param log the file that broker, registry and processor log to
     */
    public record Addresses(
            String bootstrapServers, String registryUrl, String healthUrl, FolderSettings made, Path log) {}
}
