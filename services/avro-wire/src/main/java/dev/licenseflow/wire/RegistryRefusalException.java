package dev.licenseflow.wire;

import org.apache.kafka.common.errors.SerializationException;

/** A final no of the schema registry: asked again, it would say the same. */
public final class RegistryRefusalException extends SerializationException {

    private static final long serialVersionUID = 1L;

    private final boolean readOnly;

    RegistryRefusalException(String message, boolean readOnly) {
        super(message);
        this.readOnly = readOnly;
    }

    /** Whether the registry refused a change because the subject, or all of the registry, is read-only. */
    public boolean isReadOnly() {
        return readOnly;
    }
}
