package dev.licenseflow.database.spring;

import dev.licenseflow.database.spring.TopicReading.ReadingState;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/**
 * The progress of the consumers of a reading. The reading has caught up when partitions, or none, are assigned to each consumer, and
 * the consumer has reached the end that each partition had at the first fetch. Once it has caught up, it stays so. Ends are
 * those of committed records (the last stable offset).
 *
 * <p>It uses the positions of the consumers instead of counting records, since the end of a transaction takes an offset as well.
 */
final class CatchUp implements ConsumerAwareRebalanceListener {

    private final int consumers;
    private final Map<Consumer<?, ?>, Map<TopicPartition, Progress>> shares = new HashMap<>();
    private boolean done;

    /** @param consumers of the reading, each on its own thread, on which it calls this */
    CatchUp(int consumers) {
        this.consumers = consumers;
    }

    @Override
    public synchronized void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Map<TopicPartition, Progress> share = new HashMap<>();
        consumer.assignment().forEach(partition -> share.put(partition, Progress.UNKNOWN));
        shares.put(consumer, share);
    }

    /** The consumer gives its share back, and is given another one. */
    @Override
    public synchronized void onPartitionsRevokedBeforeCommit(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        shares.remove(consumer);
    }

    @Override
    public synchronized void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        shares.remove(consumer);
    }

    /** Called when all is entered that the consumer has polled. */
    synchronized void entered(Consumer<?, ?> consumer) {
        Optional.ofNullable(shares.get(consumer))
                .ifPresent(share -> share.replaceAll((partition, progress) -> {
                    OptionalLong behind = consumer.currentLag(partition);
                    return behind.isPresent()
                            ? progress.at(consumer.position(partition), behind.getAsLong())
                            : progress;
                }));
        done = done || (haveJoined() && progress().allMatch(Progress::isAtEnd));
    }

    private boolean haveJoined() {
        return shares.size() == consumers;
    }

    private Stream<Progress> progress() {
        return shares.values().stream().flatMap(share -> share.values().stream());
    }

    /** Whether it has caught up once. */
    synchronized boolean isDone() {
        return done;
    }

    /** What the reading does, if nothing keeps it from reading. */
    synchronized ReadingState state() {
        if (done) {
            return ReadingState.READING;
        }
        return haveJoined() ? ReadingState.CATCHING_UP : ReadingState.JOINING;
    }

    /** Committed offsets that are not entered yet, on all partitions of the consumers; empty while one is not known. */
    synchronized OptionalLong behind() {
        return haveJoined() && progress().allMatch(Progress::isKnown)
                ? OptionalLong.of(progress().mapToLong(Progress::behind).sum())
                : OptionalLong.empty();
    }

    /**
     * On one partition.
     *
     * @param end that it had when it was first fetched from; negative while that is not known
     * @param position up to which it is entered
     * @param behind offsets from there to the end that it has now
     */
    private record Progress(long end, long position, long behind) {

        static final Progress UNKNOWN = new Progress(-1, 0, 0);

        Progress at(long nextPosition, long nextBehind) {
            return new Progress(isKnown() ? end : nextPosition + nextBehind, nextPosition, nextBehind);
        }

        boolean isKnown() {
            return end >= 0;
        }

        boolean isAtEnd() {
            return isKnown() && position >= end;
        }
    }
}
