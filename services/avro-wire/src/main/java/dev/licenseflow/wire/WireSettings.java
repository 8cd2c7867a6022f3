package dev.licenseflow.wire;

import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.kafka.common.errors.SerializationException;

/**
 * What the properties say about schemas, by Confluent's names and with Confluent's defaults, but for one:
 * {@code avro.remove.java.properties} is true unless said otherwise, because the generated classes carry
 * {@code avro.java.string} for Java's sake alone, and a schema with it is another schema to the registry.
 *
 * @param isKey whether keys are (de)serialized, not values
 * @param autoRegister register a schema that the registry does not know
 * @param useLatest without registering: write with the id of the subject's latest version
 * @param specificReader read into generated classes when no class was named, instead of generic records
 * @param removeJavaProperties strip what only concerns Java from what is registered
 */
record WireSettings(
        SchemaRegistry registry,
        boolean isKey,
        boolean autoRegister,
        boolean useLatest,
        SubjectNameStrategy strategy,
        boolean specificReader,
        boolean removeJavaProperties) {

    static final byte MAGIC = 0;
    static final int PREFIX_BYTES = 1 + Integer.BYTES;

    static WireSettings of(Map<String, ?> config, boolean isKey) {
        SerdeProperties properties = new SerdeProperties(config);
        String strategy = isKey ? "key.subject.name.strategy" : "value.subject.name.strategy";
        return new WireSettings(
                SchemaRegistry.of(config),
                isKey,
                properties.flag("auto.register.schemas", true),
                properties.flag("use.latest.version", false),
                properties
                        .text(strategy)
                        .map(value -> SubjectNameStrategy.named(strategy, value))
                        .orElse(SubjectNameStrategy.TOPIC_NAME),
                properties.flag("specific.avro.reader", false),
                properties.flag("avro.remove.java.properties", true));
    }

    SchemaIdHeader header() {
        return isKey ? SchemaIdHeader.KEY : SchemaIdHeader.VALUE;
    }

    /** What stands in front of a record: byte 0 and the id of its schema, for which the registry is asked. */
    byte[] prefix(String topic, Schema schema) {
        String subject = strategy.subject(topic, isKey, schema);
        String text = SchemaText.of(schema, removeJavaProperties);
        try {
            int id = idFor(subject, schema, text);
            return ByteBuffer.allocate(PREFIX_BYTES).put(MAGIC).putInt(id).array();
        } catch (SerializationException e) {
            throw new SerializationException("No schema id for subject " + subject + ": " + e.getMessage(), e);
        }
    }

    /**
     * With {@code use.latest.version} it is the id of the latest version where that is written the same way, byte for byte;
     * otherwise the id of the record's own schema, if that is an older version. So a producer goes on while the next version is
     * being rolled out, where Confluent's would write fields by position under a schema that has others there.
     */
    private int idFor(String subject, Schema schema, String text) {
        if (autoRegister) {
            return registry.register(subject, text);
        }
        if (useLatest) {
            SchemaRegistry.RegisteredSchema latest = registry.latest(subject);
            String own = SchemaNormalization.toParsingForm(schema);
            if (own.equals(SchemaNormalization.toParsingForm(latest.schema()))) {
                return latest.id();
            }
        }
        return registry.idOf(subject, text);
    }
}
