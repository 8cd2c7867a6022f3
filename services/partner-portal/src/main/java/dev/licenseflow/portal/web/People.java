package dev.licenseflow.portal.web;

import java.util.Optional;

/** The names of those who asked for something through this portal. */
@FunctionalInterface
public interface People {

    /** The name of the person of that partner with that id. */
    Optional<String> nameOf(String partnerId, long userId);
}
