package dev.licenseflow.registry;

import java.util.List;
import java.util.Optional;
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
        String subject = line.required("subject").stringValue();
        if (line.has("id")) {
            return new Registered(new SubjectVersion(
                    subject,
                    line.required("version").intValue(),
                    line.required("id").intValue(),
                    new Schema.Parser().parse(line.required("schema").stringValue()),
                    false));
        }
        if (line.has("versions")) {
            List<Integer> versions = line.required("versions")
                    .valueStream()
                    .map(JsonNode::intValue)
                    .toList();
            return new Deleted(subject, versions, line.required("permanent").booleanValue());
        }
        if (line.has("mode")) {
            return new ModeSet(subject, textIn(line, "mode").map(SubjectMode::parse));
        }
        return new Configured(subject, textIn(line, "compatibility").map(CompatibilityLevel::parse));
    }

    private static Optional<String> textIn(JsonNode line, String field) {
        return line.required(field).isNull()
                ? Optional.empty()
                : Optional.of(line.required(field).stringValue());
    }

    private static ObjectNode of(String subject) {
        return JsonNodeFactory.instance.objectNode().put("subject", subject);
    }

    /** A subject got a version. */
    record Registered(SubjectVersion schema) implements RegistryEntry {

        @Override
        public ObjectNode toJson() {
            return of(schema.subject())
                    .put("version", schema.version())
                    .put("id", schema.id())
                    .put("schema", schema.text());
        }

        @Override
        public void applyTo(SchemaCatalog catalog) {
            catalog.add(schema);
        }
    }

    /** Versions of a subject were deleted, softly or for good. */
    record Deleted(String subject, List<Integer> versions, boolean permanent) implements RegistryEntry {

        @Override
        public ObjectNode toJson() {
            ObjectNode json = of(subject).put("permanent", permanent);
            versions.forEach(json.putArray("versions")::add);
            return json;
        }

        @Override
        public void applyTo(SchemaCatalog catalog) {
            catalog.delete(subject, versions, permanent);
        }
    }

    /**
     * A subject, or all without a level of their own (the empty subject), got a compatibility level or lost it.
     */
    record Configured(String subject, Optional<CompatibilityLevel> level) implements RegistryEntry {

        @Override
        public ObjectNode toJson() {
            return of(subject)
                    .put("compatibility", level.map(CompatibilityLevel::name).orElse(null));
        }

        @Override
        public void applyTo(SchemaCatalog catalog) {
            catalog.configure(subject, level);
        }
    }

    /** A subject, or all without a mode of their own (the empty subject), got a mode or lost it. */
    record ModeSet(String subject, Optional<SubjectMode> mode) implements RegistryEntry {

        @Override
        public ObjectNode toJson() {
            return of(subject).put("mode", mode.map(SubjectMode::name).orElse(null));
        }

        @Override
        public void applyTo(SchemaCatalog catalog) {
            catalog.setMode(subject, mode);
        }
    }
}
