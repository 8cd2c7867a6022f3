package dev.licenseflow.registry;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.apache.avro.Schema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** The answers, in the JSON that Confluent's clients expect. Segment numbers count from 0, as in the routes. */
final class RegistryAnswers {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Asks for what was deleted softly too. */
    private static final String DELETED = "deleted";

    private static final String PERMANENT = "permanent";

    private final RegistryService registry;

    RegistryAnswers(RegistryService registry) {
        this.registry = registry;
    }

    JsonNode empty(RegistryRequest request) {
        return JSON.objectNode();
    }

    JsonNode types(RegistryRequest request) {
        return JSON.arrayNode().add("AVRO");
    }

    JsonNode mode(RegistryRequest request) {
        return mode(registry.mode(subjectOrAll(request), request.flag("defaultToGlobal")));
    }

    JsonNode setMode(RegistryRequest request) {
        SubjectMode mode = SubjectMode.parse(request.json().path("mode").asString(""));
        registry.setMode(subjectOrAll(request), mode);
        return mode(mode);
    }

    JsonNode deleteMode(RegistryRequest request) {
        return mode(registry.deleteMode(subjectOrAll(request)));
    }

    JsonNode subjects(RegistryRequest request) {
        String prefix = request.query().getOrDefault("subjectPrefix", "");
        List<String> subjects = registry.subjects(request.flag(DELETED)).stream()
                .filter(subject -> subject.startsWith(prefix))
                .toList();
        return array(subjects, JSON::stringNode);
    }

    JsonNode register(RegistryRequest request) {
        SubjectVersion registered = registry.register(request.segment(1), request.schema());
        return JSON.objectNode()
                .put("id", registered.id())
                .put("version", registered.version())
                .put("guid", registered.guid().toString())
                .put("schema", registered.text());
    }

    JsonNode lookUp(RegistryRequest request) {
        return full(registry.find(request.segment(1), request.schema(), request.flag(DELETED)));
    }

    JsonNode versions(RegistryRequest request) {
        return array(
                registry.versions(request.segment(1), request.flag(DELETED)),
                version -> JSON.numberNode(version.version()));
    }

    JsonNode version(RegistryRequest request) {
        return full(versionIn(request));
    }

    JsonNode versionSchema(RegistryRequest request) {
        return JSON.rawValueNode(new RawValue(versionIn(request).text()));
    }

    JsonNode deleteSubject(RegistryRequest request) {
        return array(registry.deleteSubject(request.segment(1), request.flag(PERMANENT)), JSON::numberNode);
    }

    JsonNode deleteVersion(RegistryRequest request) {
        VersionSelector selector = VersionSelector.parse(request.segment(3));
        return JSON.numberNode(registry.deleteVersion(request.segment(1), selector, request.flag(PERMANENT)));
    }

    JsonNode schemaById(RegistryRequest request) {
        return bare(registry.withId(request.id(2)).get(0));
    }

    JsonNode schemaByGuid(RegistryRequest request) {
        try {
            return bare(registry.withGuid(UUID.fromString(request.segment(2))).get(0));
        } catch (IllegalArgumentException e) {
            throw new RegistryException(40403, "Schema not found", e);
        }
    }

    JsonNode versionsById(RegistryRequest request) {
        boolean withDeleted = request.flag(DELETED);
        return array(
                registry.withId(request.id(2)).stream()
                        .filter(version -> withDeleted || !version.deleted())
                        .toList(),
                version -> JSON.objectNode().put("subject", version.subject()).put("version", version.version()));
    }

    JsonNode compatibility(RegistryRequest request) {
        Schema schema = request.schema();
        VersionSelector selector =
                request.path().size() > 4 ? VersionSelector.parse(request.segment(4)) : VersionSelector.ALL;
        List<String> faults = registry.faults(request.segment(2), selector, schema);
        ObjectNode answer = JSON.objectNode().put("is_compatible", faults.isEmpty());
        if (request.flag("verbose")) {
            answer.set("messages", array(faults, JSON::stringNode));
        }
        return answer;
    }

    JsonNode config(RegistryRequest request) {
        return level(registry.level(subjectOrAll(request), request.flag("defaultToGlobal")));
    }

    JsonNode configure(RegistryRequest request) {
        CompatibilityLevel level =
                CompatibilityLevel.parse(request.json().path("compatibility").asString(""));
        registry.configure(subjectOrAll(request), level);
        return JSON.objectNode().put("compatibility", level.name());
    }

    JsonNode deleteConfig(RegistryRequest request) {
        return level(registry.deleteLevel(subjectOrAll(request)));
    }

    private SubjectVersion versionIn(RegistryRequest request) {
        VersionSelector selector = VersionSelector.parse(request.segment(3));
        return registry.version(request.segment(1), selector, request.flag(DELETED));
    }

    private static ObjectNode mode(SubjectMode mode) {
        return JSON.objectNode().put("mode", mode.name());
    }

    private static ObjectNode level(CompatibilityLevel level) {
        return JSON.objectNode().put("compatibilityLevel", level.name());
    }

    private static String subjectOrAll(RegistryRequest request) {
        return request.path().size() > 1 ? request.segment(1) : SchemaCatalog.ALL_SUBJECTS;
    }

    private static ObjectNode full(SubjectVersion schema) {
        return JSON.objectNode()
                .put("subject", schema.subject())
                .put("version", schema.version())
                .put("id", schema.id())
                .put("guid", schema.guid().toString())
                .put("schema", schema.text());
    }

    private static ObjectNode bare(SubjectVersion schema) {
        return JSON.objectNode()
                .put("schema", schema.text())
                .put("guid", schema.guid().toString());
    }

    private static <T> ArrayNode array(Collection<T> values, Function<T, JsonNode> toJson) {
        return JSON.arrayNode().addAll(values.stream().map(toJson).toList());
    }
}
