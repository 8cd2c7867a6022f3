package dev.licenseflow.registry;

import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One line of the registry's log. Together the lines are everything that ever changed in a registry. */
record RegistryEntry(JsonNode json) {

    /** A subject got a version. */
    static RegistryEntry registered(SubjectVersion schema) {
        return new RegistryEntry(of(schema.subject())
                .put("version", schema.version())
                .put("id", schema.id())
                .put("schema", schema.text()));
    }

    /** Versions of a subject were deleted, softly or for good. */
    static RegistryEntry deleted(String subject, List<Integer> versions, boolean permanent) {
        ObjectNode json = of(subject).put("permanent", permanent);
        versions.forEach(json.putArray("versions")::add);
        return new RegistryEntry(json);
    }

    /** A subject, or all without a level of their own (the empty subject), got a compatibility level or lost it. */
    static RegistryEntry configured(String subject, Optional<CompatibilityLevel> level) {
        return new RegistryEntry(
                of(subject).put("compatibility", level.map(Enum::name).orElse(null)));
    }

    /** A subject, or all without a mode of their own (the empty subject), got a mode or lost it. */
    static RegistryEntry modeSet(String subject, Optional<SubjectMode> mode) {
        return new RegistryEntry(of(subject).put("mode", mode.map(Enum::name).orElse(null)));
    }

    /** @throws RuntimeException if the line is not one that this class made */
    void applyTo(SchemaCatalog catalog) {
        String subject = json.required("subject").stringValue();
        if (json.has("id")) {
            // Default values were checked when the schema came.
            Schema schema = new Schema.Parser()
                    .setValidateDefaults(false)
                    .parse(json.required("schema").stringValue());
            int version = json.required("version").intValue();
            catalog.add(new SubjectVersion(subject, version, json.required("id").intValue(), schema, false));
        } else if (json.has("versions")) {
            List<Integer> versions = json.required("versions")
                    .valueStream()
                    .map(JsonNode::intValue)
                    .toList();
            catalog.delete(subject, versions, json.required("permanent").booleanValue());
        } else if (json.has("mode")) {
            catalog.modes().set(subject, text("mode").map(SubjectMode::parse));
        } else {
            catalog.levels().set(subject, text("compatibility").map(CompatibilityLevel::parse));
        }
    }

    private Optional<String> text(String field) {
        return Optional.of(json.required(field))
                .filter(value -> !value.isNull())
                .map(JsonNode::stringValue);
    }

    private static ObjectNode of(String subject) {
        return JsonNodeFactory.instance.objectNode().put("subject", subject);
    }
}
