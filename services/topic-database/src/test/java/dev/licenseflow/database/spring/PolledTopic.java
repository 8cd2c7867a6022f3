package dev.licenseflow.database.spring;

import dev.licenseflow.messaging.publishing.KafkaAccess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

/** A topic of one partition with one record, which the first consumer of a reading gets; without a broker. */
final class PolledTopic extends DefaultKafkaConsumerFactory<byte[], byte[]> {

    static final String NAME = "words";
    static final ReadingSettings SETTINGS = settings(true);

    private static final TopicPartition PARTITION = new TopicPartition(NAME, 0);

    private final Polled first = new Polled();
    private boolean isTaken;

    PolledTopic() {
        super(Map.of(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        first.updateBeginningOffsets(Map.of(PARTITION, 0L));
        first.schedulePollTask(() -> {
            first.rebalance(List.of(PARTITION));
            first.addRecord(new ConsumerRecord<>(NAME, 0, 0, new byte[] {1}, new byte[] {2}));
        });
    }

    static ReadingSettings settings(boolean enabled) {
        return new ReadingSettings(KafkaAccess.of("nowhere:1", "http://nowhere:2"), "group", "words", 10, enabled);
    }

    /** The offset up to which the group has read; zero before its first commit. */
    long committed() {
        return first.committed;
    }

    /** Whether the reading has let go of its consumer, after which it commits nothing more. */
    boolean isLeft() {
        return first.closed();
    }

    @Override
    protected synchronized Consumer<byte[], byte[]> createRawConsumer(Map<String, Object> properties) {
        if (isTaken) {
            return new Polled();
        }
        isTaken = true;
        return first;
    }

    /** Waits a little between polls, which a consumer with nothing to read does. */
    private static final class Polled extends MockConsumer<byte[], byte[]> {

        private volatile long committed;

        Polled() {
            super("earliest");
        }

        /** A commit of any kind comes to this. */
        @Override
        public synchronized void commitAsync(
                Map<TopicPartition, OffsetAndMetadata> offsets, @Nullable OffsetCommitCallback callback) {
            super.commitAsync(offsets, callback);
            OffsetAndMetadata offset = offsets.get(PARTITION);
            if (offset != null) {
                committed = offset.offset();
            }
        }

        @Override
        public synchronized ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            return super.poll(timeout);
        }
    }
}
