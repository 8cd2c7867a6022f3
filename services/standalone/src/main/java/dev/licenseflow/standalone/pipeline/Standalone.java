package dev.licenseflow.standalone.pipeline;

import dev.licenseflow.billing.spring.LedgerApplication;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import dev.licenseflow.postgres.EmbeddedDatabase;
import dev.licenseflow.processor.spring.ProcessorApplication;
import dev.licenseflow.standalone.broker.BrokerSettings;
import dev.licenseflow.standalone.startup.DataFolder;
import dev.licenseflow.standalone.startup.FolderSettings;
import dev.licenseflow.standalone.startup.LogFile;
import dev.licenseflow.standalone.startup.StartupRefusedException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
        if (settings.ledger() && !EmbeddedDatabase.isAvailable()) {
            throw new StartupRefusedException(
                    "The billing ledger's PostgreSQL runs on Linux only; start without it: --no-ledger");
        }
        DataFolder folder = opened(DataFolder.open(settings.data()));
        Path log = folder.resolve("logs").resolve("licenseflow.log");
        LogFile.open(log);
        settings.ports().check(settings.host());
        FolderSettings made = FolderSettings.readOrCreate(
                folder, settings.partitions(), settings.zone(), StandaloneSettings.DEFAULTS);
        BrokerSettings broker =
                BrokerSettings.onPort(settings.ports().kafka()).reachableAs(settings.host(), settings.advertisedHost());
        Foundation foundation =
                opened(Foundation.start(folder, broker, settings.ports().registry(), made.partitions(), progress));
        progress.accept(StartPhase.PROCESSOR);
        SpringService processor = startProcessor(folder, made, foundation.access());
        Optional<SpringService> ledger =
                settings.ledger() ? Optional.of(startLedger(folder, made, foundation.access())) : Optional.empty();
        ledger.ifPresent(service -> service.readiness().await(() -> progress.accept(StartPhase.LEDGER)));
        processor.readiness().await(() -> progress.accept(StartPhase.RESTORING));
        List<ServiceReadiness> services = new ArrayList<>(List.of(processor.readiness()));
        ledger.map(SpringService::readiness).ifPresent(services::add);
        return new Running(
                this,
                services,
                new Addresses(
                        foundation.access().bootstrapServers(),
                        address(foundation.registryPort()),
                        address(processor.port()),
                        ledger.map(service -> address(service.port())),
                        made,
                        log));
    }

    private String address(int port) {
        return "http://" + settings.advertisedHost() + ":" + port;
    }

    private SpringService startProcessor(DataFolder folder, FolderSettings made, KafkaAccess access) {
        Map<String, Object> properties = new HashMap<>(common(made, access));
        properties.put("licenseflow.state-directory", folder.resolve("state"));
        properties.put("licenseflow.partitions", made.partitions());
        return opened(SpringService.start(
                "license processor",
                ProcessorApplication.builder(),
                "processor",
                settings.host(),
                settings.ports().processor(),
                properties));
    }

    private SpringService startLedger(DataFolder folder, FolderSettings made, KafkaAccess access) {
        progress.accept(StartPhase.DATABASE);
        EmbeddedDatabase database = opened(EmbeddedDatabase.start(folder.resolve("postgres"), 0));
        progress.accept(StartPhase.LEDGER);
        Map<String, Object> properties = new HashMap<>(common(made, access));
        properties.put("licenseflow.database.url", database.database("billing"));
        properties.put("licenseflow.database.user", EmbeddedDatabase.USER);
        return opened(SpringService.start(
                "billing ledger",
                LedgerApplication.builder(),
                "ledger",
                settings.host(),
                settings.ports().ledger(),
                properties));
    }

    private static Map<String, Object> common(FolderSettings made, KafkaAccess access) {
        return Map.of(
                "licenseflow.bootstrap-servers", access.bootstrapServers(),
                "licenseflow.registry[schema.registry.url]", access.registry().get("schema.registry.url"),
                "licenseflow.zone", made.zone().getId());
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
    public record Running(Standalone standalone, List<ServiceReadiness> services, Addresses addresses)
            implements AutoCloseable {

        public Running {
            services = List.copyOf(services);
        }

        /** Why one of its services no longer works, if a bug or a broken invariant has stopped it; the log says more. */
        public Optional<String> failure() {
            return services.stream()
                    .map(ServiceReadiness::failure)
                    .flatMap(Optional::stream)
                    .findFirst();
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
     * @param processorUrl the read API; below it {@code /actuator/health} answers 200 while requests are decided
     * @param ledgerUrl the ledger's API, if it was started
     * @param log the file that all of them log to
     */
    public record Addresses(
            String bootstrapServers,
            String registryUrl,
            String processorUrl,
            Optional<String> ledgerUrl,
            FolderSettings made,
            Path log) {

        /** Answers 200 while requests are decided. */
        public String healthUrl() {
            return processorUrl + "/actuator/health";
        }
    }
}
