package dev.licenseflow.wire;

import java.util.Iterator;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Schemas as the text that the registry keeps. */
final class SchemaText {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final String JAVA_PROPERTIES = "avro.java.";

    /** The largest schema of the contract has a tenth of it, with its documentation. */
    private static final int MAX_LENGTH = 256 * 1024;

    private SchemaText() {}

    /** The text of a schema, as Confluent's serializers register it. */
    static String of(Schema schema, boolean removeJavaProperties) {
        if (!removeJavaProperties) {
            return schema.toString();
        }
        JsonNode tree = JSON.readTree(schema.toString());
        removeJavaProperties(tree);
        // Parsed once more, so that {"type":"string"} is written as "string".
        return parse(tree.toString()).toString();
    }

    /**
     * Reads what a registry gave. Default values are not checked: a schema that was registered elsewhere with a faulty one still
     * tells how its records were written.
     */
    static Schema parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new SerializationException(
                    "The schema has " + text.length() + " characters, at most " + MAX_LENGTH + " are read");
        }
        try {
            return new Schema.Parser().setValidateDefaults(false).parse(text);
        } catch (AvroRuntimeException | StackOverflowError e) {
            throw new SerializationException("The schema registry gave a schema that Avro does not accept", e);
        }
    }

    private static void removeJavaProperties(JsonNode node) {
        for (Iterator<String> names = node.propertyNames().iterator(); names.hasNext(); ) {
            if (names.next().startsWith(JAVA_PROPERTIES)) {
                names.remove();
            }
        }
        node.forEach(SchemaText::removeJavaProperties);
    }
}
