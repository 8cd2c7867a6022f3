package dev.licenseflow.billing.outbox;

import dev.licenseflow.domain.request.Settlement;

/**
 * A settlement that is to be published.
 *
 * @param seq its place in the order of publishing
 */
public record OutboxEntry(long seq, Settlement settlement) {}
