package dev.licenseflow.portal.account;

import java.io.Serializable;

/**
 * A signed-in person.
 *
 * @param email what the person signs in with
 */
public record PortalUser(long userId, String email, String name, String partnerId, String partnerName)
        implements Serializable {}
