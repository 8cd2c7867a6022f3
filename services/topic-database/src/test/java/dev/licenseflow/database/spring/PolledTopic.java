package dev.licenseflow.database.spring;

import dev.licenseflow.messaging.publishing.KafkaAccess;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/**
 * A topic of one partition with one record, which the first consumer of a reading gets; the others get nothing. Without a
 * broker.
 */
final class PolledTopic extends DefaultKafkaConsumerFactory<byte[], byte[]> {

    static final String NAME = "words";
    static final ReadingSettings SETTINGS = settings(true);

    private static final TopicPartition PARTITION = new TopicPartition(NAME, 0);

    private final Polled first = new Polled();
    private final Polled second = new Polled();
    private final boolean isShared;
    private boolean isTaken;

    PolledTopic() {
        this(true);
    }

    /** @param isShared whether the group has heard of all consumers; if not, the second one waits for its share */
    PolledTopic(boolean isShared) {
        super(Map.of(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.isShared = isShared;
        first.updateBeginningOffsets(Map.of(PARTITION, 0L));
        first.updateEndOffsets(Map.of(PARTITION, 1L));
        first.schedulePollTask(() -> {
            first.rebalance(List.of(PARTITION));
            first.addRecord(record(0));
        });
    }

    static ReadingSettings settings(boolean enabled) {
        return new ReadingSettings(
                KafkaAccess.of("nowhere:1", "http://nowhere:2"), "group", Optional.of("one"), "words", 10, enabled);
    }

    private static ConsumerRecord<byte[], byte[]> record(long offset) {
        return new ConsumerRecord<>(NAME, 0, offset, new byte[] {1}, new byte[] {2});
    }

    /** One more record comes. */
    void add() {
        first.schedulePollTask(() -> {
            first.updateEndOffsets(Map.of(PARTITION, 2L));
            first.addRecord(record(1));
        });
    }

    /** The topic ends with an offset that has no record, as transactions leave it, and the consumer gets past it. */
    void endTransaction() {
        first.updateEndOffsets(Map.of(PARTITION, 2L));
        first.schedulePollTask(() -> {
            if (first.position(PARTITION) == 1) {
                first.seek(PARTITION, 2);
            } else {
                endTransaction();
            }
        });
    }

    /** The group takes back what the first consumer has, to share it anew, and that takes a while. */
    void takeShareBack() {
        first.schedulePollTask(first::lose);
    }

    /** Up to where the first consumer has come. */
    long position() {
        return first.position;
    }

    /** The next poll fails. */
    void fail(KafkaException failure) {
        first.schedulePollTask(() -> first.setPollException(failure));
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
            if (isShared) {
                second.schedulePollTask(() -> second.rebalance(List.of()));
            }
            return second;
        }
        isTaken = true;
        return first;
    }

    /** Waits a little between polls, which a consumer with nothing to read does. */
    private static final class Polled extends MockConsumer<byte[], byte[]> {

        private volatile long committed;
        private volatile long position;
        private volatile ConsumerRebalanceListener rebalances = new ConsumerAwareRebalanceListener() {};

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
        public synchronized long position(TopicPartition partition) {
            position = super.position(partition);
            return position;
        }

        @Override
        public synchronized void subscribe(Collection<String> topics, ConsumerRebalanceListener listener) {
            super.subscribe(topics, listener);
            rebalances = listener;
        }

        /** As before any rebalance of an eager group. */
        void lose() {
            rebalances.onPartitionsRevoked(assignment());
        }

        @Override
        public synchronized ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            return super.poll(timeout);
        }
    }
}
