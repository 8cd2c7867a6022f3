package dev.licenseflow.processor.streams;

import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.messaging.topic.TopicFault;
import dev.licenseflow.messaging.topic.TopicProvisioner;
import dev.licenseflow.messaging.topic.TopicSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * What has to be there before the first request may be decided: the topics, with the settings on which the contract
 * rests, and a catalog. Without one every product would be unknown, and such a decision would be kept for good.
 */
public final class StartConditions {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Admin admin;
    private final List<TopicSpec> specs;

    public StartConditions(Admin admin, int partitions) {
        this.admin = admin;
        this.specs = LicensingTopics.specs(partitions);
    }

    /**
     * What the application still has to wait for; empty if it may start.
     *
     * @throws IllegalStateException if a topic is there with settings that break the contract: waiting would not help
     */
    public Optional<String> missing() throws InterruptedException {
        try {
            Set<String> present = admin.listTopics().names().get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            List<String> absent = specs.stream()
                    .map(TopicSpec::name)
                    .filter(name -> !present.contains(name))
                    .toList();
            if (!absent.isEmpty()) {
                return Optional.of("topics that are not there yet: " + String.join(", ", absent));
            }
            List<TopicFault> faults = new TopicProvisioner(admin, 1, TIMEOUT).check(specs);
            if (!faults.isEmpty()) {
                throw new IllegalStateException("Topics with settings that break the contract: " + faults);
            }
            return catalogIsEmpty() ? Optional.of("the first catalog version to be published") : Optional.empty();
        } catch (ExecutionException | TimeoutException unreachable) {
            return Optional.of("the broker: " + unreachable.getMessage());
        }
    }

    private boolean catalogIsEmpty() throws ExecutionException, InterruptedException, TimeoutException {
        TopicPartition catalog = new TopicPartition(LicensingTopics.CATALOG.name(), 0);
        return admin.listOffsets(Map.of(catalog, OffsetSpec.latest()))
                        .partitionResult(catalog)
                        .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                        .offset()
                == 0;
    }
}
