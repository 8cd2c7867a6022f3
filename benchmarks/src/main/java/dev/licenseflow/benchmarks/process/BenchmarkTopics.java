package dev.licenseflow.benchmarks.process;

import dev.licenseflow.benchmarks.process.ApplicationProcess.Contender;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.messaging.topic.TopicDeclaration;
import dev.licenseflow.messaging.topic.TopicProvisioner;
import dev.licenseflow.messaging.topic.TopicSpec;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.record.TimestampType;

/** The topics of a run: the pipeline's own, and those that the baseline writes. */
public record BenchmarkTopics(Admin admin, int partitions) {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    public void create() {
        Stream<TopicSpec> baseline = BaselineTopology.OUTPUTS.stream()
                .map(name -> TopicSpec.journal(name, partitions, TimestampType.CREATE_TIME));
        List<TopicSpec> all = Stream.concat(LicensingTopics.specs(partitions).stream(), baseline)
                .toList();
        new TopicProvisioner(admin, 1, TIMEOUT).provision(all);
    }

    /** All topics that an application writes: its outputs, and its changelogs once it has run. */
    public List<String> writtenBy(Contender contender, String applicationId) throws InterruptedException {
        Stream<String> outputs = switch (contender) {
            case OURS ->
                Stream.of(
                                LicensingTopics.DECISIONS,
                                LicensingTopics.CHARGES,
                                LicensingTopics.LICENSES,
                                LicensingTopics.MONTH_CLOSES)
                        .map(TopicDeclaration::name);
            case BASELINE -> BaselineTopology.OUTPUTS.stream();
        };
        return Stream.concat(outputs, internalOf(applicationId).stream()).toList();
    }

    /** Deletes the changelogs of a finished run. Its outputs stay, because later runs read only what they add. */
    public void deleteInternalOf(String applicationId) throws InterruptedException {
        try {
            admin.deleteTopics(internalOf(applicationId)).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The changelogs of " + applicationId + " could not be deleted", e);
        }
    }

    private List<String> internalOf(String applicationId) throws InterruptedException {
        try {
            return admin.listTopics().names().get().stream()
                    .filter(name -> name.startsWith(applicationId + "-"))
                    .sorted()
                    .toList();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The topics could not be listed", e);
        }
    }
}
