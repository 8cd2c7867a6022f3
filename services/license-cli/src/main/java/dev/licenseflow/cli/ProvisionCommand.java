package dev.licenseflow.cli;

import dev.licenseflow.cli.client.PipelineOptions;
import dev.licenseflow.cli.text.UserError;
import dev.licenseflow.domain.catalog.CatalogFault;
import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.messaging.json.DefaultCatalog;
import dev.licenseflow.messaging.publishing.CatalogTopic;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import dev.licenseflow.messaging.publishing.PublishedSubject;
import dev.licenseflow.messaging.publishing.SchemaPublisher;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.messaging.topic.ProvisioningReport;
import dev.licenseflow.messaging.topic.TopicFault;
import dev.licenseflow.messaging.topic.TopicProvisioner;
import dev.licenseflow.messaging.topic.TopicProvisioningException;
import dev.licenseflow.processor.processor.ProcessorSettings;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code licenseflow provision}: makes a cluster ready for the processor, as often as it is called. */
@Command(name = "provision", mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ProvisionCommand implements Callable<Integer> {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @Option(names = "--partitions", paramLabel = "N", defaultValue = "8")
    private int partitions;

    @Option(names = "--replication-factor", paramLabel = "N", defaultValue = "1")
    private int replicationFactor;

    @Option(names = "--default-catalog")
    private boolean defaultCatalog;

    @Option(names = "--read-only-registry")
    private boolean readOnlyRegistry;

    @Mixin
    private PipelineOptions pipeline;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (partitions < 1 || replicationFactor < 1) {
            throw new UserError("--partitions and --replication-factor have to be 1 at least");
        }
        KafkaAccess access = pipeline.connect();
        ProvisioningReport report = provision(access);
        PrintWriter out = spec.commandLine().getOut();
        report.created().forEach(topic -> out.println("created  " + topic));
        report.present().forEach(topic -> out.println("present  " + topic));
        report.mended()
                .forEach(fault -> out.println("changed  " + fault.topic() + ": " + fault.setting() + " is "
                        + fault.expected() + ", was " + fault.found()));
        out.flush();
        if (!report.isSound()) {
            throw new UserError(
                    report.faults().stream().map(TopicFault::describe).collect(Collectors.joining("\n")));
        }
        publishSchemas(access, out);
        if (defaultCatalog) {
            publishDefault(access, out);
        }
        return CommandLine.ExitCode.OK;
    }

    private ProvisioningReport provision(KafkaAccess access) {
        try (Admin admin = Admin.create(access.clientProperties())) {
            return new TopicProvisioner(admin, replicationFactor, TIMEOUT).provision(LicensingTopics.specs(partitions));
        } catch (TopicProvisioningException failure) {
            throw new UserError(String.valueOf(failure.getMessage()), failure);
        }
    }

    private void publishSchemas(KafkaAccess access, PrintWriter out) {
        List<PublishedSubject> subjects = new SchemaPublisher(access, readOnlyRegistry).publish();
        for (PublishedSubject subject : subjects) {
            out.println("schema   " + subject.subject() + ", id " + subject.id()
                    + (subject.readOnly() ? ", read-only" : ", not protected")
                    + (subject.latestId() == subject.id()
                            ? ""
                            : "; the latest version is another, id " + subject.latestId()));
        }
        if (!subjects.stream().allMatch(PublishedSubject::readOnly)) {
            out.println(
                    "warning  This registry does not keep subjects read-only: any client may register further versions"
                            + " of these schemas. If it is Apicurio's and serves these topics alone, say --read-only-registry;"
                            + " otherwise let nobody else write to it.");
        }
    }

    private static void publishDefault(KafkaAccess access, PrintWriter out) {
        CatalogTopic topic = new CatalogTopic(access, ProcessorSettings.DEFAULT.publishMargin());
        if (topic.history().latest().isPresent()) {
            out.println("catalog  is there already");
            return;
        }
        CatalogVersion catalog = DefaultCatalog.load();
        List<CatalogFault> faults = topic.publish(catalog);
        if (!faults.isEmpty()) {
            throw new UserError("The default catalog was refused: " + faults);
        }
        out.println("catalog  version " + catalog.version() + " published");
    }
}
