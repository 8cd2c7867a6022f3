package dev.licenseflow.registry;

/**
 * A request that is answered with an error. The code is Confluent's: three digits of HTTP status, then two that tell
 * the cases apart (40401 subject, 40402 version, 40403 schema); or the status alone.
 */
public final class RegistryException extends RuntimeException {

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

    static RegistryException subjectDeleted(String subject) {
        return new RegistryException(
                40404, "Subject '" + subject + "' was soft deleted. Set permanent=true to delete permanently");
    }

    static RegistryException subjectNotDeleted(String subject) {
        return new RegistryException(
                40405, "Subject '" + subject + "' was not deleted first before being permanently deleted");
    }

    static RegistryException versionDeleted(SubjectVersion version) {
        return new RegistryException(
                40406,
                "Subject '%s' Version %d was soft deleted. Set permanent=true to delete permanently"
                        .formatted(version.subject(), version.version()));
    }

    static RegistryException versionNotDeleted(SubjectVersion version) {
        return new RegistryException(
                40407,
                "Subject '%s' Version %d was not deleted first before being permanently deleted"
                        .formatted(version.subject(), version.version()));
    }

    static RegistryException readOnly(String subject) {
        return new RegistryException(42205, "Subject " + subject + " is in read-only mode");
    }

    int errorCode() {
        return errorCode;
    }

    int httpStatus() {
        return errorCode >= 1_000 ? errorCode / 100 : errorCode;
    }
}
