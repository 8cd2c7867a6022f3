package dev.licenseflow.wire;

import java.time.Duration;

/**
 * How long to keep asking a registry that does not answer. The defaults give up after about 16 s of waiting, which outlasts a
 * restart of the registry and stays far below Kafka's 5 min between two polls.
 *
 * @param maxRetries rounds over all addresses after the first one
 * @param firstWait before the first retry, doubled for each further one
 * @param maxWait no wait is longer
 */
record RetryPolicy(int maxRetries, Duration firstWait, Duration maxWait) {

    private static final int MAX_DOUBLINGS = 30;

    static RetryPolicy of(SerdeProperties properties) {
        return new RetryPolicy(
                properties.number("max.retries", 8),
                properties.millis("retries.wait.ms", Duration.ofMillis(100)),
                properties.millis("retries.max.wait.ms", Duration.ofSeconds(5)));
    }

    /** The wait before a retry, counted from 0. */
    Duration waitBefore(int retry) {
        Duration wait = firstWait.multipliedBy(1L << Math.min(retry, MAX_DOUBLINGS));
        return wait.compareTo(maxWait) < 0 ? wait : maxWait;
    }
}
