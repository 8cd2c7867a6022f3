package dev.licenseflow.cli.client;

import dev.licenseflow.cli.text.UserError;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The committed records of some topics, as they come. It belongs to no consumer group: nothing is left behind in the
 * cluster, and two of them do not take records from each other.
 */
public final class TopicTail implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KafkaConsumer<byte[], byte[]> consumer;

    private TopicTail(KafkaConsumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /**
     * Begins to read: what is written after this returns is not missed.
     *
     * @param fromBeginning whether what is there already is read as well
     * @throws UserError if a topic is not there
     */
    public static TopicTail open(KafkaAccess access, Collection<String> topics, boolean fromBeginning) {
        Map<String, Object> properties = access.clientProperties();
        properties.put("isolation.level", "read_committed");
        properties.put("allow.auto.create.topics", "false");
        properties.put("enable.auto.commit", "false");
        properties.put("auto.offset.reset", "earliest");
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            List<TopicPartition> partitions = partitions(consumer, topics);
            consumer.assign(partitions);
            if (fromBeginning) {
                consumer.seekToBeginning(partitions);
            } else {
                consumer.seekToEnd(partitions);
            }
            // The end is looked up when it is needed; here it is needed now.
            partitions.forEach(partition -> consumer.position(partition, PATIENCE));
            return new TopicTail(consumer);
        } catch (TimeoutException late) {
            consumer.close();
            throw new UserError("The Kafka broker at " + access.bootstrapServers() + " does not answer in time", late);
        } catch (RuntimeException failure) {
            consumer.close();
            throw failure;
        }
    }

    /** The records that have come; none if none comes in that time. Of one partition, they are in order. */
    public Iterable<ConsumerRecord<byte[], byte[]>> poll(Duration time) {
        return consumer.poll(time);
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer, Collection<String> topics) {
        Map<String, List<PartitionInfo>> present = consumer.listTopics(PATIENCE);
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : topics) {
            List<PartitionInfo> found = present.getOrDefault(topic, List.of());
            if (found.isEmpty()) {
                throw new UserError("The broker has no topic " + topic + "; is this a Licenseflow pipeline?");
            }
            found.forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition())));
        }
        return partitions;
    }
}
