package dev.licenseflow.portal.account;

/**
 * A signed-in person.
 *
 * @param email what the person signs in with
 */
public record PortalUser(long userId, String email, String name, String partnerId, String partnerName) {}
