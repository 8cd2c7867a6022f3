package dev.licenseflow.benchmarks.workload;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The ids that belong to each customer in their order, kept as a chained hash: of the requests sent, or of the decisions
 * made. The two are equal if every request got exactly one decision, and in the order of the requests.
 */
public final class Answers {

    private static final long FACTOR = 1_000_003;

    private final Map<String, Long> byCustomer = new HashMap<>();
    private long count;

    /** Adds the next one of a customer. */
    public void add(String customerId, String requestId) {
        long hash = byCustomer.getOrDefault(customerId, 1L) * FACTOR;
        for (int i = 0; i < requestId.length(); i++) {
            hash = hash * FACTOR + requestId.charAt(i);
        }
        byCustomer.put(customerId, hash);
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
}
