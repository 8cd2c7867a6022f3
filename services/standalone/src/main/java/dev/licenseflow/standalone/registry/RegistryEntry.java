package dev.licenseflow.standalone.registry;

import org.apache.avro.Schema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One line of the registry's log: everything that ever changes in a registry. */
sealed interface RegistryEntry {

    ObjectNode toJson();

    void applyTo(SchemaCatalog catalog);

    /**
     * Reads a line back.
     *
     * @throws RuntimeException if the line is not one that {@link #toJson()} made
     */
    static RegistryEntry fromJson(JsonNode line) {
        if (line.has("id")) {
            return new Registered(new RegisteredSchema(
                    line.required("subject").stringValue(),
                    line.required("version").intValue(),
                    line.required("id").intValue(),
                    new Schema.Parser().parse(line.required("schema").stringValue())));
        }
        return new Configured(
                line.required("subject").stringValue(),
                CompatibilityLevel.parse(line.required("compatibility").stringValue()));
    }

    /** A subject got a version. */
    record Registered(RegisteredSchema schema) implements RegistryEntry {

        @Override
        public ObjectNode toJson() {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("subject", schema.subject())
                    .put("version", schema.version())
                    .put("id", schema.id())
                    .put("schema", schema.text());
        }

        @Override
        public void applyTo(SchemaCatalog catalog) {
            catalog.add(schema);
        }
    }

    /** A subject, or all without a level of their own (the empty subject), got a compatibility level. */
    record Configured(String subject, CompatibilityLevel level) implements RegistryEntry {

        @Override
        public ObjectNode toJson() {
            return JsonNodeFactory.instance.objectNode().put("subject", subject).put("compatibility", level.name());
        }

        @Override
        public void applyTo(SchemaCatalog catalog) {
            catalog.configure(subject, level);
        }
    }
}
