package dev.licenseflow.wire;

import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.kafka.common.errors.SerializationException;

/** Finds the id to write a record with, as the settings say. */
record SchemaIds(SchemaRegistry registry, WireSettings settings) {

    int idFor(String topic, Schema schema) {
        String subject = settings.strategy().subject(topic, settings.isKey(), schema);
        String text = SchemaText.of(schema, settings.removeJavaProperties());
        try {
            if (settings.autoRegister()) {
                return registry.register(subject, text);
            }
            return settings.useLatest() ? latestOrOwn(subject, schema, text) : registry.idOf(subject, text);
        } catch (SerializationException e) {
            throw new SerializationException("No schema id for subject " + subject + ": " + e.getMessage(), e);
        }
    }

    /**
     * The id of the latest version where that is written the same way, byte for byte; otherwise the id of the record's own
     * schema, if that is an older version. So a producer goes on while the next version is being rolled out, where
     * Confluent's would write fields by position under a schema that has others there.
     */
    private int latestOrOwn(String subject, Schema schema, String text) {
        SchemaRegistry.RegisteredSchema latest = registry.latest(subject);
        return isWrittenTheSame(latest.schema(), schema) ? latest.id() : registry.idOf(subject, text);
    }

    private static boolean isWrittenTheSame(Schema one, Schema other) {
        return SchemaNormalization.toParsingForm(one).equals(SchemaNormalization.toParsingForm(other));
    }
}
