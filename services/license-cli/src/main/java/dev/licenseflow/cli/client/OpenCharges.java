package dev.licenseflow.cli.client;

import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import dev.licenseflow.messaging.topic.KeyPartitioner;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.messaging.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * The charges of a customer that are open now. The licenses topic shows only their sum; their ids are in the customer's
 * journal (D9), which is read from its beginning: one partition of the decisions topic.
 */
final class OpenCharges {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaAccess access;
    private final Topic<String, Decision> decisions;

    OpenCharges(KafkaAccess access, LicensingTopics topics) {
        this.access = access;
        this.decisions = topics.decisions();
    }

    /** Their ids, in the order in which they were opened. */
    List<String> of(String customerId) {
        Set<String> open = new LinkedHashSet<>();
        journal(customerId).stream()
                .filter(decision -> !decision.duplicate())
                .flatMap(decision -> decision.effects().stream())
                .forEach(effect -> apply(effect, open));
        return List.copyOf(open);
    }

    private static void apply(Effect effect, Set<String> open) {
        if (effect instanceof Effect.ChargeOpened opened) {
            open.add(opened.id());
        } else if (effect instanceof Effect.ChargeSettled settled) {
            open.remove(settled.id());
        }
    }

    private List<Decision> journal(String customerId) {
        Map<String, Object> properties = access.clientProperties();
        properties.put("isolation.level", "read_committed");
        List<Decision> journal = new ArrayList<>();
        try (KafkaConsumer<String, Decision> consumer = new KafkaConsumer<>(
                properties, decisions.keys().deserializer(), decisions.values().deserializer())) {
            int partitions = consumer.partitionsFor(decisions.name(), PATIENCE).size();
            TopicPartition partition =
                    new TopicPartition(decisions.name(), KeyPartitioner.partitionOf(customerId, partitions));
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition), PATIENCE).getOrDefault(partition, 0L);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (consumer.position(partition, PATIENCE) < end) {
                if (System.nanoTime() - deadline > 0) {
                    throw new IllegalStateException("The journal of " + customerId + " could not be read in time");
                }
                for (ConsumerRecord<String, Decision> record : consumer.poll(POLL)) {
                    if (customerId.equals(record.key())) {
                        journal.add(record.value());
                    }
                }
            }
        }
        return journal;
    }
}
