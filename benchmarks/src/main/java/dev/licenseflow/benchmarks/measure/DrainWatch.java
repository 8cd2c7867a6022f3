package dev.licenseflow.benchmarks.measure;

import dev.licenseflow.benchmarks.process.BrokerProcess;
import dev.licenseflow.benchmarks.process.ChildJvm;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListStreamsGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * Watches the committed offsets of an application's group. Under exactly-once an offset is committed together with all
 * that its records made, so this is the time at which readers see it; and it is the same measure for every application.
 */
public final class DrainWatch {

    private static final long POLL_MILLIS = 20;
    private static final Duration STALL = Duration.ofMinutes(2);

    private final Admin admin;
    private final BrokerProcess broker;
    private final Map<TopicPartition, Long> ends;
    private final long total;
    private final long warmUp;

    /**
     * Watches nothing yet.
     *
     * @param ends of the input: the offset after the last record of each partition, all beginning with 0
     * @param warmUp how many of its records are the warm-up
     */
    public DrainWatch(Admin admin, BrokerProcess broker, Map<TopicPartition, Long> ends, long warmUp) {
        this.admin = admin;
        this.broker = broker;
        this.ends = Map.copyOf(ends);
        this.total = ends.values().stream().mapToLong(Long::longValue).sum();
        this.warmUp = warmUp;
    }

    /**
     * Waits until everything is committed.
     *
     * @throws IllegalStateException if the application ends, or commits nothing for two minutes
     */
    public Drain await(String applicationId, ChildJvm application) throws InterruptedException {
        Optional<Mark> first = Optional.empty();
        Optional<Mark> warm = Optional.empty();
        long latest = 0;
        long progressNanos = System.nanoTime();
        while (true) {
            long done = committed(applicationId);
            if (done > latest) {
                latest = done;
                progressNanos = System.nanoTime();
            }
            if (first.isEmpty() && done > 0) {
                first = Optional.of(mark(done, application));
            }
            if (warm.isEmpty() && done > 0 && done >= warmUp) {
                warm = Optional.of(mark(done, application));
            }
            if (done >= total) {
                Mark last = mark(done, application);
                return new Drain(
                        first.orElseThrow().until(last), warm.orElseThrow().until(last));
            }
            if (!application.isAlive()) {
                throw new IllegalStateException(applicationId + " has ended after " + done + " records");
            }
            if (System.nanoTime() - progressNanos > STALL.toNanos()) {
                throw new IllegalStateException(applicationId + " does not get beyond " + done + " records");
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private long committed(String applicationId) throws InterruptedException {
        ListStreamsGroupOffsetsSpec spec = new ListStreamsGroupOffsetsSpec().topicPartitions(ends.keySet());
        try {
            return admin
                    .listStreamsGroupOffsets(Map.of(applicationId, spec))
                    .partitionsToOffsetAndMetadata(applicationId)
                    .get()
                    .values()
                    .stream()
                    .filter(Objects::nonNull)
                    .mapToLong(OffsetAndMetadata::offset)
                    .sum();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return 0;
            }
            throw new IllegalStateException("The committed offsets could not be read", e);
        }
    }

    private Mark mark(long done, ChildJvm application) {
        return new Mark(done, System.nanoTime(), Instant.now(), application.cpu(), broker.cpu());
    }

    /** A commit that was seen. */
    private record Mark(long done, long nanos, Instant at, Duration applicationCpu, Duration brokerCpu) {

        Section until(Mark end) {
            return new Section(
                    Math.max(1, end.done - done),
                    Duration.ofNanos(Math.max(1, end.nanos - nanos)),
                    end.applicationCpu.minus(applicationCpu),
                    end.brokerCpu.minus(brokerCpu),
                    at,
                    end.at);
        }
    }

    /**
     * The measurement of one drained backlog.
     *
     * @param whole from the first commit that was seen to the last, in a JVM that has just started
     * @param warm what came after the warm-up, when most of the code is compiled
     */
    public record Drain(Section whole, Section warm) {}

    /** A part of a backlog, between two commits that were seen: how long it took, and the processor time of both processes. */
    public record Section(
            long records, Duration time, Duration applicationCpu, Duration brokerCpu, Instant begin, Instant end) {

        public double recordsPerSecond() {
            return records * 1e9 / time.toNanos();
        }

        /** Of the application's process, its compiler and collector included. */
        public double applicationCpuMicrosPerRecord() {
            return applicationCpu.toNanos() / 1e3 / records;
        }

        public double brokerCpuMicrosPerRecord() {
            return brokerCpu.toNanos() / 1e3 / records;
        }

        public double cpuMicrosPerRecord() {
            return applicationCpuMicrosPerRecord() + brokerCpuMicrosPerRecord();
        }
    }
}
