package dev.licenseflow.standalone.pipeline;

import static java.util.Objects.requireNonNull;

import dev.licenseflow.domain.catalog.CatalogFault;
import dev.licenseflow.messaging.json.DefaultCatalog;
import dev.licenseflow.messaging.publishing.CatalogTopic;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import dev.licenseflow.messaging.publishing.SchemaPublisher;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.messaging.topic.ProvisioningReport;
import dev.licenseflow.messaging.topic.TopicFault;
import dev.licenseflow.messaging.topic.TopicProvisioner;
import dev.licenseflow.processor.processor.ProcessorSettings;
import dev.licenseflow.registry.RegistryFileException;
import dev.licenseflow.registry.RegistryServer;
import dev.licenseflow.standalone.broker.BrokerSettings;
import dev.licenseflow.standalone.broker.EmbeddedBroker;
import dev.licenseflow.standalone.startup.DataFolder;
import dev.licenseflow.standalone.startup.Ports;
import dev.licenseflow.standalone.startup.StartupRefusedException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that a processor needs to decide requests: broker, schema registry, topics, schemas and a catalog. */
public final class Foundation implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Foundation.class);
    private static final Duration PROVISIONING_TIMEOUT = Duration.ofSeconds(30);

    private final EmbeddedBroker broker;
    private final RegistryServer registry;
    private final KafkaAccess access;

    private Foundation(EmbeddedBroker broker, RegistryServer registry) {
        this.broker = broker;
        this.registry = registry;
        this.access = KafkaAccess.of(broker.bootstrapServers(), registry.url());
    }

    /**
     * Starts it in a data folder, which the caller closes after it.
     *
     * @param registryPort 0 takes a free one
     * @param partitions of the topics
     * @param progress told what is being done; what it throws ends the start
     * @param clock of the broker, see {@link EmbeddedBroker#start(DataFolder, BrokerSettings, Time)}
     * @throws StartupRefusedException for what the user can correct: a port, the contents of the folder
     */
    public static Foundation start(
            DataFolder folder,
            BrokerSettings brokerSettings,
            int registryPort,
            int partitions,
            Consumer<StartPhase> progress,
            Time clock) {
        progress.accept(StartPhase.BROKER);
        EmbeddedBroker broker = EmbeddedBroker.start(folder, brokerSettings, clock);
        try {
            progress.accept(StartPhase.REGISTRY);
            RegistryServer registry =
                    startRegistry(folder.resolve("schemas.jsonl"), brokerSettings.host(), registryPort);
            Foundation foundation = new Foundation(broker, registry);
            try {
                foundation.prepare(partitions, progress);
                return foundation;
            } catch (RuntimeException failure) {
                registry.close();
                throw failure;
            }
        } catch (RuntimeException failure) {
            broker.close();
            throw failure;
        }
    }

    /** For clients in this process. */
    public KafkaAccess access() {
        return access;
    }

    int registryPort() {
        return registry.port();
    }

    @Override
    public void close() {
        registry.close();
        broker.close();
    }

    private static RegistryServer startRegistry(Path file, String host, int port) {
        try {
            return RegistryServer.start(file, host, port);
        } catch (RegistryFileException e) {
            throw new StartupRefusedException(String.valueOf(e.getMessage()), e);
        } catch (UncheckedIOException e) {
            throw Ports.refusal(host, port, "the schema registry", requireNonNull(e.getCause()));
        }
    }

    /** Provisions the topics, registers the schemas, and publishes a catalog where there is none yet. */
    private void prepare(int partitions, Consumer<StartPhase> progress) {
        progress.accept(StartPhase.TOPICS);
        provision(partitions);
        SchemaPublisher.publish(access).stream()
                .filter(subject -> subject.latestId() != subject.id())
                .forEach(subject -> LOG.warn(
                        "The latest version of {} has the schema id {}; this program's schema has {}",
                        subject.subject(),
                        subject.latestId(),
                        subject.id()));
        CatalogTopic topic = new CatalogTopic(access, ProcessorSettings.DEFAULT.publishMargin());
        if (topic.history().latest().isEmpty()) {
            progress.accept(StartPhase.CATALOG);
            List<CatalogFault> faults = topic.publish(DefaultCatalog.load());
            if (!faults.isEmpty()) {
                throw new IllegalStateException("The default catalog was refused: " + faults);
            }
        }
    }

    private void provision(int partitions) {
        try (Admin admin = Admin.create(access.clientProperties())) {
            ProvisioningReport report =
                    new TopicProvisioner(admin, 1, PROVISIONING_TIMEOUT).provision(LicensingTopics.specs(partitions));
            if (!report.isSound()) {
                throw new StartupRefusedException("The data folder has topics that do not fit: "
                        + report.faults().stream().map(TopicFault::describe).collect(Collectors.joining("; ")));
            }
        }
    }
}
