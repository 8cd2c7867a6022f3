package dev.licenseflow.processor.query;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.StreamsGroupDescription;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;

/**
 * Which instance works on which partition, as the coordinator of the group has it. Kafka Streams' own metadata is not
 * asked: under the streams protocol each thread of an instance is told on its own and the last one told overwrites
 * what the others know, so that an instance may lose sight of others until the next rebalance.
 */
public final class GroupOwners implements AutoCloseable {

    /** How old an answer may be: who is asked in error says so, and then a new question gets a new answer. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private static final long PATIENCE_MILLIS = 3_000;

    private final Map<String, Object> adminProperties;
    private final String group;
    private Map<Integer, HostInfo> owners = Map.of();
    private long askedNanos;
    private @Nullable Admin admin;

    /** @param adminProperties of the client that asks, which is started with the first question */
    public GroupOwners(Map<String, Object> adminProperties, String group) {
        this.adminProperties = Map.copyOf(adminProperties);
        this.group = group;
    }

    /** The instance that works on a partition; empty while the group shares them out. */
    synchronized Optional<HostInfo> ownerOf(int partition) {
        if (admin == null || System.nanoTime() - askedNanos > FRESH.toNanos()) {
            owners = ask();
            askedNanos = System.nanoTime();
        }
        return Optional.ofNullable(owners.get(partition));
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }

    private Map<Integer, HostInfo> ask() {
        if (admin == null) {
            admin = Admin.create(adminProperties);
        }
        try {
            StreamsGroupDescription described = admin.describeStreamsGroups(List.of(group))
                    .all()
                    .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                    .get(group);
            return described == null ? Map.of() : ownersIn(described);
        } catch (ExecutionException | TimeoutException silent) {
            throw new NotAnswerableException("The group does not say who owns the customer", silent);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NotAnswerableException("Stopped while asking who owns the customer", stopped);
        }
    }

    private static Map<Integer, HostInfo> ownersIn(StreamsGroupDescription described) {
        Map<Integer, HostInfo> owners = new HashMap<>();
        described
                .members()
                .forEach(member -> member.userEndpoint().ifPresent(endpoint -> {
                    HostInfo host = new HostInfo(endpoint.host(), endpoint.port());
                    member.assignment()
                            .activeTasks()
                            .forEach(tasks -> tasks.partitions().forEach(partition -> owners.put(partition, host)));
                }));
        return owners;
    }
}
