package dev.licenseflow.standalone.pipeline;

import dev.licenseflow.billing.spring.LedgerApplication;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import dev.licenseflow.portal.demo.DemoAccess;
import dev.licenseflow.portal.demo.DemoData;
import dev.licenseflow.portal.spring.PortalApplication;
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
        if (settings.companions() && !EmbeddedDatabase.isAvailable()) {
            throw new StartupRefusedException("The PostgreSQL of billing ledger and partner portal runs on Linux only;"
                    + " start without them: --pipeline-only");
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
        List<SpringService> services = new ArrayList<>(List.of(processor));
        Optional<Companions> companions = Optional.empty();
        if (settings.companions()) {
            progress.accept(StartPhase.DATABASE);
            EmbeddedDatabase database = opened(EmbeddedDatabase.start(folder.resolve("postgres"), 0));
            SpringService ledger = startLedger(database, made, foundation.access());
            SpringService portal = startPortal(database, made, foundation.access(), processor.port());
            services.addAll(List.of(ledger, portal));
            companions = Optional.of(new Companions(
                    address(ledger.port()),
                    address(portal.port()),
                    portal.context().getBean(DemoData.class).seed()));
        }
        for (SpringService service : services) {
            service.readiness().await(() -> progress.accept(StartPhase.RESTORING));
        }
        return new Running(
                this,
                services.stream().map(SpringService::readiness).toList(),
                new Addresses(
                        foundation.access().bootstrapServers(),
                        address(foundation.registryPort()),
                        address(processor.port()),
                        companions,
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

    private SpringService startLedger(EmbeddedDatabase database, FolderSettings made, KafkaAccess access) {
        progress.accept(StartPhase.LEDGER);
        return opened(SpringService.start(
                "billing ledger",
                LedgerApplication.builder(),
                "ledger",
                settings.host(),
                settings.ports().ledger(),
                with(common(made, access), database, "billing")));
    }

    private SpringService startPortal(
            EmbeddedDatabase database, FolderSettings made, KafkaAccess access, int processorPort) {
        progress.accept(StartPhase.PORTAL);
        Map<String, Object> properties = with(common(made, access), database, "portal");
        properties.put("licenseflow.processor-url", address(processorPort));
        return opened(SpringService.start(
                "partner portal",
                PortalApplication.builder(),
                "portal",
                settings.host(),
                settings.ports().portal(),
                properties));
    }

    private static Map<String, Object> with(Map<String, Object> common, EmbeddedDatabase database, String name) {
        Map<String, Object> properties = new HashMap<>(common);
        properties.put("licenseflow.database.url", database.database(name));
        properties.put("licenseflow.database.user", EmbeddedDatabase.USER);
        return properties;
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
     * @param companions ledger and portal, if they were started
     * @param log the file that all of them log to
     */
    public record Addresses(
            String bootstrapServers,
            String registryUrl,
            String processorUrl,
            Optional<Companions> companions,
            FolderSettings made,
            Path log) {

        /** Answers 200 while requests are decided. */
        public String healthUrl() {
            return processorUrl + "/actuator/health";
        }
    }

    /**
     * The services on the embedded PostgreSQL.
     *
     * @param ledgerUrl the billing ledger's API
     * @param portalUrl the partner portal
     * @param demoPartners how to get in as the partners of the demonstration, told only when they were made now
     */
    public record Companions(String ledgerUrl, String portalUrl, List<DemoAccess> demoPartners) {

        public Companions {
            demoPartners = List.copyOf(demoPartners);
        }
    }
}
