package dev.licenseflow.standalone.pipeline;

import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.portal.demo.DemoAccess;
import dev.licenseflow.portal.demo.DemoData;
import dev.licenseflow.postgres.EmbeddedDatabase;
import dev.licenseflow.standalone.broker.BrokerSettings;
import dev.licenseflow.standalone.startup.DataFolder;
import dev.licenseflow.standalone.startup.FolderSettings;
import dev.licenseflow.standalone.startup.LogFile;
import dev.licenseflow.standalone.startup.StartupRefusedException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A whole pipeline in this JVM. Its parts are started one after the other and stopped in reverse order. Started again on
 * the same folder, it continues where it was, also after a kill.
 */
public final class Standalone implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Standalone.class);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final List<SpringService> services = new ArrayList<>();
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
     * @throws StartupRefusedException for what the user can correct: a port, the folder, its contents
     */
    public static Running start(StandaloneSettings settings, Consumer<StartPhase> progress) {
        Standalone standalone = new Standalone(settings, progress);
        try {
            return new Running(standalone, standalone.startParts());
        } catch (RuntimeException failure) {
            standalone.close();
            throw failure;
        }
    }

    private Addresses startParts() {
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
        Optional<DemoPast> past = settings.companions()
                ? DemoPast.of(folder, new BusinessCalendar(made.zone()), Instant.now())
                : Optional.empty();
        Foundation foundation = opened(Foundation.start(
                folder,
                new BrokerSettings(
                        settings.host(),
                        settings.advertisedHost(),
                        settings.ports().kafka(),
                        Map.of()),
                settings.ports().registry(),
                made.partitions(),
                progress,
                past.<Time>map(DemoPast::clock).orElse(Time.SYSTEM)));
        ServiceStarter starter = new ServiceStarter(settings, made, foundation.access(), progress);
        Optional<EmbeddedDatabase> database =
                settings.companions() ? Optional.of(startDatabase(folder)) : Optional.empty();
        List<DemoAccess> partners = new ArrayList<>();
        if (database.isPresent() && past.isPresent()) {
            progress.accept(StartPhase.DEMO_HISTORY);
            partners.addAll(past.get().publish(database.get(), foundation.access()));
        }
        SpringService processor = started(starter.processor(folder));
        Optional<Companions> companions =
                database.map(running -> startCompanions(starter, running, processor.port(), partners));
        services.forEach(service -> service.await(() -> progress.accept(StartPhase.RESTORING)));
        return new Addresses(
                foundation.access().bootstrapServers(),
                settings.address(foundation.registryPort()),
                settings.address(processor.port()),
                companions,
                made,
                log);
    }

    private EmbeddedDatabase startDatabase(DataFolder folder) {
        progress.accept(StartPhase.DATABASE);
        return opened(EmbeddedDatabase.start(folder.resolve("postgres"), 0));
    }

    private Companions startCompanions(
            ServiceStarter starter, EmbeddedDatabase database, int processorPort, List<DemoAccess> partners) {
        SpringService ledger = started(starter.ledger(database));
        SpringService portal = started(starter.portal(database, processorPort));
        partners.addAll(portal.context().getBean(DemoData.class).seed());
        return new Companions(settings.address(ledger.port()), settings.address(portal.port()), partners);
    }

    private SpringService started(SpringService service) {
        services.add(service);
        return opened(service);
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
    public record Running(Standalone standalone, Addresses addresses) implements AutoCloseable {

        /** Why one of its services no longer works, if a bug or a broken invariant has stopped it; the log says more. */
        public Optional<String> failure() {
            return standalone.services.stream()
                    .map(SpringService::failure)
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

        public String healthUrl() {
            return processorUrl + "/actuator/health";
        }
    }

    /**
     * The services on the embedded PostgreSQL.
     *
     * @param ledgerUrl the billing ledger's API
     * @param portalUrl the partner portal
     * @param demoPartners how to sign in as the partners of the demonstration; only when they were created by this start
     */
    public record Companions(String ledgerUrl, String portalUrl, List<DemoAccess> demoPartners) {

        public Companions {
            demoPartners = List.copyOf(demoPartners);
        }
    }
}
