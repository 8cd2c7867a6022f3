package dev.licenseflow.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** Answers requests in the JSON that Confluent's clients expect. The segments of a path are counted from 0. */
final class RegistryAnswers {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Asks for what was deleted softly too. */
    private static final String DELETED = "deleted";

    private static final String PERMANENT = "permanent";
    private static final String GLOBAL = "defaultToGlobal";

    private final RegistryService registry;
    private final List<Route> routes = new ArrayList<>();

    RegistryAnswers(RegistryService registry) {
        this.registry = registry;
        route("GET", "", asked -> JSON.objectNode());
        route("GET", "subjects", this::subjects);
        route(
                "POST",
                "subjects/*",
                asked -> full(registry.find(asked.segment(1), asked.schema(), asked.flag(DELETED))));
        route("DELETE", "subjects/*", this::deleteSubject);
        route("GET", "subjects/*/versions", this::versions);
        route("POST", "subjects/*/versions", this::register);
        route("GET", "subjects/*/versions/*", asked -> full(version(asked)));
        route("DELETE", "subjects/*/versions/*", this::deleteVersion);
        route(
                "GET",
                "subjects/*/versions/*/schema",
                asked -> JSON.rawValueNode(new RawValue(version(asked).text())));
        route("GET", "schemas/types", asked -> JSON.arrayNode().add("AVRO"));
        route("GET", "schemas/ids/*", asked -> bare(registry.withId(asked.id(2)).get(0)));
        route("GET", "schemas/ids/*/versions", this::versionsById);
        route("GET", "schemas/guids/*", this::schemaByGuid);
        route("POST", "compatibility/subjects/*/versions/?", this::compatibility);
        route("GET", "config/?", asked -> level(registry.level(subjectOrAll(asked), asked.flag(GLOBAL))));
        route("PUT", "config/?", this::configure);
        route("DELETE", "config/*", asked -> level(registry.deleteLevel(asked.segment(1))));
        route("GET", "mode/?", asked -> mode(registry.mode(subjectOrAll(asked), asked.flag(GLOBAL))));
        route("PUT", "mode/?", this::setMode);
        route("DELETE", "mode/?", asked -> mode(registry.deleteMode(subjectOrAll(asked))));
    }

    /** @param path {@code *} stands for any one segment, {@code ?} for one or none at the end */
    private void route(String method, String path, Function<RegistryRequest, JsonNode> answer) {
        List<String> segments = path.isEmpty() ? List.of() : List.of(path.split("/", -1));
        routes.add(new Route(method, segments, answer));
    }

    JsonNode answer(RegistryRequest request) {
        List<Route> fitting =
                routes.stream().filter(route -> route.fits(request.path())).toList();
        if (fitting.isEmpty()) {
            throw new RegistryException(404, "HTTP 404 Not Found");
        }
        return fitting.stream()
                .filter(route -> route.method().equals(request.method()))
                .findFirst()
                .orElseThrow(() -> new RegistryException(405, "HTTP 405 Method Not Allowed"))
                .answer()
                .apply(request);
    }

    private JsonNode setMode(RegistryRequest request) {
        SubjectMode mode = SubjectMode.parse(request.json().path("mode").asString(""));
        registry.setMode(subjectOrAll(request), mode);
        return mode(mode);
    }

    private JsonNode subjects(RegistryRequest request) {
        String prefix = request.query().getOrDefault("subjectPrefix", "");
        List<String> subjects = registry.subjects(request.flag(DELETED)).stream()
                .filter(subject -> subject.startsWith(prefix))
                .toList();
        return array(subjects, JSON::stringNode);
    }

    private JsonNode register(RegistryRequest request) {
        SubjectVersion registered = registry.register(request.segment(1), request.schema());
        return JSON.objectNode()
                .put("id", registered.id())
                .put("version", registered.version())
                .put("guid", registered.guid().toString())
                .put("schema", registered.text());
    }

    private JsonNode deleteSubject(RegistryRequest request) {
        return array(registry.deleteSubject(request.segment(1), request.flag(PERMANENT)), JSON::numberNode);
    }

    private JsonNode versions(RegistryRequest request) {
        return array(
                registry.versions(request.segment(1), request.flag(DELETED)),
                version -> JSON.numberNode(version.version()));
    }

    private JsonNode deleteVersion(RegistryRequest request) {
        VersionSelector selector = VersionSelector.parse(request.segment(3));
        return JSON.numberNode(registry.deleteVersion(request.segment(1), selector, request.flag(PERMANENT)));
    }

    private JsonNode schemaByGuid(RegistryRequest request) {
        try {
            return bare(registry.withGuid(UUID.fromString(request.segment(2))).get(0));
        } catch (IllegalArgumentException e) {
            throw new RegistryException(40403, "Schema not found", e);
        }
    }

    private JsonNode versionsById(RegistryRequest request) {
        boolean withDeleted = request.flag(DELETED);
        return array(
                registry.withId(request.id(2)).stream()
                        .filter(version -> withDeleted || !version.deleted())
                        .toList(),
                version -> JSON.objectNode().put("subject", version.subject()).put("version", version.version()));
    }

    private JsonNode compatibility(RegistryRequest request) {
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

    private JsonNode configure(RegistryRequest request) {
        CompatibilityLevel level =
                CompatibilityLevel.parse(request.json().path("compatibility").asString(""));
        registry.configure(subjectOrAll(request), level);
        return JSON.objectNode().put("compatibility", level.name());
    }

    private SubjectVersion version(RegistryRequest request) {
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

    private record Route(String method, List<String> path, Function<RegistryRequest, JsonNode> answer) {

        boolean fits(List<String> requested) {
            boolean shorter = requested.size() == path.size() - 1
                    && path.get(requested.size()).equals("?");
            return (shorter || requested.size() == path.size())
                    && IntStream.range(0, requested.size()).allMatch(i -> fits(path.get(i), requested.get(i)));
        }

        private static boolean fits(String segment, String requested) {
            return segment.equals("*") || segment.equals("?") || segment.equals(requested);
        }
    }
}
