package dev.licenseflow.messaging.publishing;

/**
 * A subject of ours as the registry has it now.
 *
 * @param id of this program's schema
 * @param latestId of the latest version, which a later version of this program, or a stranger, may have registered
 * @param readOnly whether the registry refuses further versions and settings
 */
public record PublishedSubject(String subject, int id, int latestId, boolean readOnly) {}
