package dev.licenseflow.portal.request;

import dev.licenseflow.domain.request.Request;

/**
 * A request that is to be published.
 *
 * @param seq its place in the order of recording
 */
record OutboxEntry(long seq, Request request) {}
