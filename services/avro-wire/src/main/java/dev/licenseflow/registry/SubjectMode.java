package dev.licenseflow.registry;

import java.util.Locale;

/** Whether a subject may be changed. A read-only one still answers for the schemas that it has. */
enum SubjectMode {
    READWRITE,
    READONLY;

    static SubjectMode parse(String name) {
        try {
            return valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new RegistryException(42204, "Invalid mode. Valid values are READWRITE and READONLY", e);
        }
    }
}
