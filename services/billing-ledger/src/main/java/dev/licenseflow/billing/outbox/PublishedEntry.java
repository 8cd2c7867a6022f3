package dev.licenseflow.billing.outbox;

/**
 * Where an entry stands on the topic.
 *
 * @param seq the entry's
 */
public record PublishedEntry(long seq, int partition, long offset) {}
