package dev.licenseflow.registry;

import org.apache.kafka.common.errors.SerializationException;

/**
 * A request that is answered with an error. The code is Confluent's: three digits of HTTP status, then two that tell
 * the cases apart (40401 subject, 40402 version, 40403 schema); or the status alone. A serde in the same process throws it as it is.
 */
public final class RegistryException extends SerializationException {

    private static final long serialVersionUID = 1L;

    private final int errorCode;

    RegistryException(int errorCode, String message) {
        super(message);
        this.errorCode = errorCode;
    }

    RegistryException(int errorCode, String message, Throwable cause) {
        super(message, cause);
        this.errorCode = errorCode;
    }

    static RegistryException subjectNotFound(String subject) {
        return new RegistryException(40401, "Subject '" + subject + "' not found.");
    }

    static RegistryException versionNotFound(String version) {
        return new RegistryException(40402, "Version " + version + " not found.");
    }

    static RegistryException schemaNotFound() {
        return new RegistryException(40403, "Schema not found");
    }

    int errorCode() {
        return errorCode;
    }

    int httpStatus() {
        return errorCode >= 1_000 ? errorCode / 100 : errorCode;
    }
}
