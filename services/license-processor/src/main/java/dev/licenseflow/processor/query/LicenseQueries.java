package dev.licenseflow.processor.query;

import dev.licenseflow.domain.catalog.CatalogHistory;
import dev.licenseflow.domain.decision.Cause;
import dev.licenseflow.domain.decision.Decided;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.LogPlace;
import dev.licenseflow.domain.engine.FirstDecision;
import dev.licenseflow.domain.engine.LicenseEngine;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.messaging.json.RecordJson;
import dev.licenseflow.messaging.publishing.CatalogProjection;
import dev.licenseflow.messaging.topic.KeyPartitioner;
import dev.licenseflow.processor.store.CustomerStore;
import dev.licenseflow.processor.store.FirstDecisionStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreType;
import org.apache.kafka.streams.state.QueryableStoreTypes;

/**
 * Answers questions about customers from this instance's stores, and says which instance to ask about the others. Every
 * answer is as of now: months that have begun are closed on paper, by the same function that the processor uses, even if
 * the sweep has not come to the customer yet (M2).
 *
 * <p>Its methods throw {@link NotAnswerableException} while this instance does not know the owner, or is not the owner, or
 * the group does not answer in time.
 */
public final class LicenseQueries {

    /** How many of the latest decisions are shown. */
    private static final int SHOWN_DECISIONS = 20;

    private final KafkaStreams streams;
    private final LicenseEngine engine;
    private final CatalogProjection catalogs;
    private final CustomerJson json;
    private final int partitions;
    private final GroupOwners owners;

    /** @param owners of the partitions that this instance does not own */
    public LicenseQueries(
            KafkaStreams streams,
            LicenseEngine engine,
            CatalogProjection catalogs,
            GroupOwners owners,
            int partitions) {
        this.streams = streams;
        this.engine = engine;
        this.catalogs = catalogs;
        this.owners = owners;
        this.partitions = partitions;
        this.json = new CustomerJson(new RecordJson(engine.calendar().zone()));
    }

    /**
     * The other instance that owns a customer; empty if this one does. What this one owns it knows by itself; what others
     * own the group tells.
     */
    public Optional<HostInfo> otherOwnerOf(String customerId) {
        if (streams.state() != KafkaStreams.State.RUNNING) {
            throw new NotAnswerableException("This instance is " + streams.state());
        }
        int partition = KeyPartitioner.partitionOf(customerId, partitions);
        if (ownsHere(partition)) {
            return Optional.empty();
        }
        return Optional.of(owners.ownerOf(partition)
                .orElseThrow(
                        () -> new NotAnswerableException("The customers are being shared out among the instances")));
    }

    /**
     * Whether each customer has an owner, here or elsewhere. An owner elsewhere at this instance's own address is this
     * instance before it was killed: the group takes it for alive until its session ends.
     */
    public boolean everyCustomerHasAnOwner(HostInfo self) {
        return IntStream.range(0, partitions)
                .allMatch(partition -> ownsHere(partition)
                        || owners.ownerOf(partition)
                                .filter(owner -> !owner.equals(self))
                                .isPresent());
    }

    private boolean ownsHere(int partition) {
        return streams.metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .anyMatch(task -> task.taskId().partition() == partition);
    }

    /** The customer as JSON; empty if it was never registered. */
    public Optional<String> customer(String customerId, Instant now) {
        return stored(customerId).map(stored -> {
            CatalogHistory history = catalogs.history();
            CustomerLicenses licenses = engine.rollOver(stored, history, now).licenses();
            String currency = history.inForceAt(now).currency();
            return json.write(licenses, currency, latestDecisions(customerId, now), now);
        });
    }

    /** The decision about a request as JSON; empty while there is none, or after it was forgotten (D3). */
    public Optional<String> decision(String customerId, String requestId, Instant now) {
        return decisions(customerId, now).stream()
                .map(FirstDecision::decision)
                .filter(decision ->
                        decision.cause() == Cause.REQUEST && decision.causeId().equals(requestId))
                .max(Comparator.comparing(Decision::decidedAt))
                .map(json::write);
    }

    /** What a request would be answered now, as JSON; nothing changes. */
    public String preview(Request request, Instant now) {
        CatalogHistory history = catalogs.history();
        CustomerLicenses stored =
                stored(request.customerId()).orElseGet(() -> CustomerLicenses.unregistered(request.customerId()));
        CustomerLicenses licenses = engine.rollOver(stored, history, now).licenses();
        Optional<FirstDecision> first = firstDecision(FirstDecisionStore.keyOf(request), now);
        LogPlace place = new LogPlace(now, "preview", false);
        Decided decided = first.isPresent()
                ? engine.decideAgain(licenses, history, request, place, first.get())
                : engine.decide(licenses, history, request, place);
        return json.write(decided.decision());
    }

    private List<Decision> latestDecisions(String customerId, Instant now) {
        return decisions(customerId, now).stream()
                .map(FirstDecision::decision)
                .sorted(Comparator.comparing(Decision::decidedAt)
                        .thenComparing(Decision::revisionAfter)
                        .reversed())
                .limit(SHOWN_DECISIONS)
                .toList();
    }

    private Optional<CustomerLicenses> stored(String customerId) {
        return read(
                CustomerStore.NAME,
                QueryableStoreTypes.<String, CustomerLicenses>keyValueStore(),
                store -> Optional.ofNullable(store.get(customerId)));
    }

    /** What ids of the customer got, as far as they are remembered; in no order. */
    private List<FirstDecision> decisions(String customerId, Instant now) {
        return read(
                FirstDecisionStore.NAME,
                QueryableStoreTypes.<String, FirstDecision>windowStore(),
                store -> FirstDecisionStore.ofCustomer(store, customerId, now));
    }

    private Optional<FirstDecision> firstDecision(String key, Instant now) {
        return read(
                FirstDecisionStore.NAME,
                QueryableStoreTypes.<String, FirstDecision>windowStore(),
                store -> FirstDecisionStore.find(store, key, now));
    }

    /** Reads a store of this instance, while it owns it; a standby's copy is never read. */
    private <S, T> T read(String name, QueryableStoreType<S> type, Function<S, T> question) {
        try {
            return question.apply(streams.store(StoreQueryParameters.fromNameAndType(name, type)));
        } catch (InvalidStateStoreException moving) {
            throw new NotAnswerableException("The customers are being handed to another instance", moving);
        }
    }
}
