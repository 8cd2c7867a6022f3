package dev.licenseflow.benchmarks;

/**
 * What a throughput run is made of.
 *
 * @param warmUp requests that come before those that count, so that the code is compiled by then
 * @param requests that count
 * @param rounds each drains the backlog once with the processor and once with the baseline
 * @param threads stream threads of the application
 * @param profile whether the processor drains the backlog once more at the end, recorded
 */
public record ThroughputPlan(
        int warmUp, int requests, int customers, int rounds, int partitions, int threads, long seed, boolean profile) {

    public ThroughputPlan {
        if (warmUp < 0 || requests < 1) {
            throw new IllegalArgumentException("There is nothing to measure without requests");
        }
        if (rounds < 1 || partitions < 1 || threads < 1) {
            throw new IllegalArgumentException("Rounds, partitions and threads have to be at least 1");
        }
    }

    /** Both, those that count last. */
    int backlog() {
        return Math.addExact(warmUp, requests);
    }
}
