package dev.licenseflow.portal.live;

/**
 * A change of a customer that a partner may see.
 *
 * @param partnerId the partner, who is told of it
 */
public record CustomerChange(String partnerId, String customerId) {}
