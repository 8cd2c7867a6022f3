package dev.licenseflow.registry;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.avro.Schema;

/**
 * A schema as one version of one subject. The same schema under another subject has the same id.
 *
 * @param version from 1 in each subject
 * @param id from 1 across all subjects; it is part of every record on the wire
 * @param deleted whether it was deleted softly: it is found by its id and when it is asked for expressly, and nowhere
 *     else
 */
public record SubjectVersion(String subject, int version, int id, Schema schema, boolean deleted) {

    /** The schema as it is compared and handed out: whitespace removed, documentation and defaults kept. */
    public String text() {
        return schema.toString();
    }

    /** An id that any registry would give to this schema, made of its text alone. */
    public UUID guid() {
        return UUID.nameUUIDFromBytes(text().getBytes(StandardCharsets.UTF_8));
    }

    SubjectVersion deletedSoftly() {
        return new SubjectVersion(subject, version, id, schema, true);
    }
}
