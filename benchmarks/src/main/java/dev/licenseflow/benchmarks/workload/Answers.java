package dev.licenseflow.benchmarks.workload;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The ids that belong to each customer in their order, kept as a count and a chained hash: of the requests sent, or of
 * the decisions made. The two are equal if every request got exactly one decision, and in the order of the requests.
 */
public final class Answers {

    private final Map<String, Chain> byCustomer = new HashMap<>();
    private long count;

    /** Adds the next one of a customer. */
    public void add(String customerId, String requestId) {
        byCustomer.merge(customerId, Chain.of(requestId), (chain, next) -> chain.then(requestId));
        count++;
    }

    public long count() {
        return count;
    }

    /** The number of customers whose ids are not those of the other, in the same order. */
    public long differencesTo(Answers other) {
        return Stream.concat(byCustomer.keySet().stream(), other.byCustomer.keySet().stream())
                .distinct()
                .filter(customer -> !Objects.equals(byCustomer.get(customer), other.byCustomer.get(customer)))
                .count();
    }

    private record Chain(int length, long hash) {

        static Chain of(String id) {
            return new Chain(0, 0).then(id);
        }

        Chain then(String id) {
            long mixed = hash;
            for (int i = 0; i < id.length(); i++) {
                mixed = mixed * 1_000_003 + id.charAt(i);
            }
            return new Chain(length + 1, mixed);
        }
    }
}
