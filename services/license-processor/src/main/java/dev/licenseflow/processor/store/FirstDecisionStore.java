package dev.licenseflow.processor.store;

import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.engine.FirstDecision;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.domain.request.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyWindowStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;

/**
 * The decisions that ids got when they came first (D3), and month closes, so that a customer's latest decisions can be
 * shown (L2). Time is cut into spans of 35 days, and a decision is stored under the begin of its span; so an id that is
 * still remembered is in this span or the one before, two point reads away, and forgetting is dropping a whole span's
 * segment without looking into it.
 *
 * <p>An id counts per customer and partner: what a stranger sends can neither block nor reveal a partner's ids (D2).
 */
public record FirstDecisionStore(WindowStore<String, FirstDecision> store) {

    /** Names the changelog: never renamed. */
    public static final String NAME = "first-decisions";

    private static final Duration SPAN = FirstDecision.REMEMBERED_FOR;
    private static final char SEPARATOR = '\u0000';

    public static StoreBuilder<WindowStore<String, FirstDecision>> builder(Serde<FirstDecision> serde) {
        return Stores.windowStoreBuilder(
                Stores.persistentWindowStore(NAME, SPAN.multipliedBy(2), SPAN, false), Serdes.String(), serde);
    }

    /** The key of a request. An identifier has no control characters, so no two requests share a key. */
    public static String keyOf(Request request) {
        return key(request.customerId(), 'R', request.partnerId() + SEPARATOR + request.requestId());
    }

    /** The key of a request of the back office, which no partner's can be. */
    public static String keyOfBackOffice(Request request) {
        return key(request.customerId(), 'B', request.requestId());
    }

    public static String keyOf(Settlement settlement) {
        return key(settlement.customerId(), 'S', settlement.settlementId());
    }

    /** The key of a month close, which has no id but its month. */
    public static String keyOfClose(Decision monthClose) {
        return key(monthClose.customerId(), 'M', monthClose.causeId());
    }

    private static String key(String customerId, char kind, String id) {
        return customerId + SEPARATOR + kind + SEPARATOR + id;
    }

    /** What the id got when it came first, if that is still remembered at that instant. */
    public Optional<FirstDecision> find(String key, Instant at) {
        return find(store, key, at);
    }

    /** The same for who may only read. */
    public static Optional<FirstDecision> find(
            ReadOnlyWindowStore<String, FirstDecision> store, String key, Instant at) {
        long span = spanOf(at);
        FirstDecision found = store.fetch(key, span);
        if (found == null && span >= SPAN.toMillis()) {
            found = store.fetch(key, span - SPAN.toMillis());
        }
        return Optional.ofNullable(found).filter(first -> first.isRememberedAt(at));
    }

    /** Everything that is remembered of a customer at that instant, its month closes among it. */
    public static List<FirstDecision> ofCustomer(
            ReadOnlyWindowStore<String, FirstDecision> store, String customerId, Instant at) {
        Instant from = Instant.ofEpochMilli(Math.max(0, spanOf(at) - SPAN.toMillis()));
        List<FirstDecision> remembered = new ArrayList<>();
        try (KeyValueIterator<Windowed<String>, FirstDecision> found =
                store.fetch(customerId + SEPARATOR, customerId + (char) (SEPARATOR + 1), from, at)) {
            found.forEachRemaining(entry -> remembered.add(entry.value));
        }
        remembered.removeIf(first -> !first.isRememberedAt(at));
        return remembered;
    }

    public void remember(String key, FirstDecision first, Instant at) {
        store.put(key, first, spanOf(at));
    }

    private static long spanOf(Instant at) {
        long millis = at.toEpochMilli();
        return millis - Math.floorMod(millis, SPAN.toMillis());
    }
}
