package dev.licenseflow.registry;

import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * A request that is answered with an error. The code is Confluent's: three digits of HTTP status, then two that tell
 * the cases apart (40401 subject, 40402 version, 40403 schema); or the status alone. A serde in the same process throws it as it is.
 */
public final class RegistryException extends SerializationException {

    private static final long serialVersionUID = 1L;

    private final int errorCode;

    RegistryException(int errorCode, String message) {
        this(errorCode, message, null);
    }

    RegistryException(int errorCode, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.errorCode = errorCode;
    }

    static RegistryException subjectNotFound(String subject) {
        return new RegistryException(40401, "Subject '" + subject + "' not found.");
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
