package dev.licenseflow.messaging.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.DescribeConfigsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Creates the topics that are missing, checks those that are there, and sets right what can be set right without losing a
 * record. Several processes may do so at once: each topic is created by one of them and found present by the others.
 */
public final class TopicProvisioner {

    /** The settings that a rule of the domain contract hangs on; a different retention is the operator's choice. */
    private static final List<String> CHECKED_SETTINGS =
            List.of("message.timestamp.type", "cleanup.policy", "compression.type", "max.message.bytes");

    /** A topic that another process has just created may not be known yet to the broker that we ask. */
    private static final int DESCRIBE_ATTEMPTS = 20;

    private static final Duration DESCRIBE_PAUSE = Duration.ofMillis(250);

    private static final String NOT_CHECKED = "the topics could not be checked";

    private final Admin admin;
    private final short replicationFactor;
    private final Duration timeout;

    /**
     * Uses the admin client without closing it.
     *
     * @param timeout for each call to the broker
     */
    public TopicProvisioner(Admin admin, int replicationFactor, Duration timeout) {
        if (replicationFactor < 1 || replicationFactor > Short.MAX_VALUE) {
            throw new IllegalArgumentException("not a replication factor: " + replicationFactor);
        }
        this.admin = admin;
        this.replicationFactor = (short) replicationFactor;
        this.timeout = timeout;
    }

    /**
     * Makes every topic be there, and says what is wrong with those that were.
     *
     * @throws TopicProvisioningException if the broker does not answer in time or refuses to create a topic
     */
    public ProvisioningReport provision(Collection<TopicSpec> specs) {
        Set<String> created = create(specs);
        List<TopicSpec> present =
                specs.stream().filter(spec -> !created.contains(spec.name())).toList();
        List<TopicFault> found = present.isEmpty() ? List.of() : faults(present);
        List<TopicFault> mended = mend(present, found);
        return new ProvisioningReport(
                specs.stream().map(TopicSpec::name).filter(created::contains).toList(),
                present.stream().map(TopicSpec::name).toList(),
                mended,
                found.stream().filter(fault -> !mended.contains(fault)).toList());
    }

    private List<TopicFault> mend(List<TopicSpec> present, List<TopicFault> found) {
        List<TopicFault> mended = new ArrayList<>();
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        for (TopicSpec spec : present) {
            List<TopicFault> mendable = found.stream()
                    .filter(fault -> fault.topic().equals(spec.name()) && spec.losesNothingBy(fault))
                    .toList();
            if (!mendable.isEmpty()) {
                mended.addAll(mendable);
                changes.put(resource(spec), changesOf(spec, mendable));
            }
        }
        if (!changes.isEmpty()) {
            answer(admin.incrementalAlterConfigs(changes).all(), "the topics could not be changed");
            awaitChange(present, mended);
        }
        return mended;
    }

    /** The broker that is asked next may not know the change yet. */
    private void awaitChange(List<TopicSpec> present, List<TopicFault> mended) {
        for (int attempt = 1; !Collections.disjoint(faults(present), mended); attempt++) {
            if (attempt == DESCRIBE_ATTEMPTS) {
                throw new TopicProvisioningException("the changed settings of the topics did not come into force");
            }
            pause();
        }
    }

    /** With the retention: a topic that was compacted has one that did not count. */
    private static Collection<AlterConfigOp> changesOf(TopicSpec spec, List<TopicFault> mendable) {
        Set<String> settings = mendable.stream().map(TopicFault::setting).collect(Collectors.toSet());
        if (settings.contains(TopicConfig.CLEANUP_POLICY_CONFIG)) {
            settings.add(TopicConfig.RETENTION_MS_CONFIG);
            settings.add(TopicConfig.RETENTION_BYTES_CONFIG);
        }
        return settings.stream()
                .map(setting -> new AlterConfigOp(
                        new ConfigEntry(setting, spec.configs().get(setting)), AlterConfigOp.OpType.SET))
                .toList();
    }

    /**
     * Says what is wrong with topics that are there, and creates none.
     *
     * @throws TopicProvisioningException if the broker does not answer in time or does not know one of them
     */
    public List<TopicFault> check(Collection<TopicSpec> specs) {
        return faults(List.copyOf(specs));
    }

    private Set<String> create(Collection<TopicSpec> specs) {
        CreateTopicsResult result = admin.createTopics(
                specs.stream().map(spec -> spec.toNewTopic(replicationFactor)).toList(),
                new CreateTopicsOptions().timeoutMs(timeoutMillis()));
        Set<String> created = new HashSet<>();
        for (Map.Entry<String, KafkaFuture<Void>> topic : result.values().entrySet()) {
            try {
                answer(topic.getValue(), "topic " + topic.getKey() + " could not be created");
                created.add(topic.getKey());
            } catch (TopicProvisioningException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
        return created;
    }

    private List<TopicFault> faults(List<TopicSpec> present) {
        for (int attempt = 1; ; attempt++) {
            try {
                return faultsNow(present);
            } catch (TopicProvisioningException e) {
                if (attempt == DESCRIBE_ATTEMPTS || !(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
                pause();
            }
        }
    }

    private List<TopicFault> faultsNow(List<TopicSpec> present) {
        Map<String, TopicDescription> descriptions = answer(
                admin.describeTopics(
                                present.stream().map(TopicSpec::name).toList(),
                                new DescribeTopicsOptions().timeoutMs(timeoutMillis()))
                        .allTopicNames(),
                NOT_CHECKED);
        Map<ConfigResource, Config> configs = answer(
                admin.describeConfigs(
                                present.stream().map(TopicProvisioner::resource).toList(),
                                new DescribeConfigsOptions().timeoutMs(timeoutMillis()))
                        .all(),
                NOT_CHECKED);
        List<TopicFault> faults = new ArrayList<>();
        for (TopicSpec spec : present) {
            TopicDescription description = descriptions.get(spec.name());
            Config config = configs.get(resource(spec));
            if (description == null || config == null) {
                throw new IllegalStateException("the broker left out topic " + spec.name());
            }
            if (description.partitions().size() != spec.partitions()) {
                faults.add(new TopicFault(
                        spec.name(),
                        "partitions",
                        Integer.toString(spec.partitions()),
                        Integer.toString(description.partitions().size())));
            }
            addConfigFaults(faults, spec, config);
        }
        return faults;
    }

    private static void addConfigFaults(List<TopicFault> faults, TopicSpec spec, Config config) {
        for (String setting : CHECKED_SETTINGS) {
            String expected = String.valueOf(spec.configs().get(setting));
            String found = String.valueOf(config.get(setting).value());
            if (!spec.admits(setting, found)) {
                faults.add(new TopicFault(spec.name(), setting, expected, found));
            }
        }
    }

    private static ConfigResource resource(TopicSpec spec) {
        return new ConfigResource(ConfigResource.Type.TOPIC, spec.name());
    }

    private int timeoutMillis() {
        return Math.toIntExact(timeout.toMillis());
    }

    private static void pause() {
        try {
            Thread.sleep(DESCRIBE_PAUSE.toMillis());
        } catch (InterruptedException e) {
            throw failure(NOT_CHECKED, e);
        }
    }

    private <T> T answer(KafkaFuture<T> future, String otherwise) {
        try {
            return future.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | InterruptedException | TimeoutException e) {
            throw failure(otherwise, e);
        }
    }

    private static TopicProvisioningException failure(String what, Exception cause) {
        if (cause instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        Throwable reason = cause instanceof ExecutionException && cause.getCause() != null ? cause.getCause() : cause;
        return new TopicProvisioningException(what + ": " + reason.getMessage(), reason);
    }
}
