package dev.licenseflow.messaging.json;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A JSON object that is read field by field; {@link #end()} refuses those that nobody asked for. */
public final class StrictObject {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String path;
    private final ObjectNode node;
    private final FaultSink faults;
    private final Set<String> known = new LinkedHashSet<>();

    StrictObject(String path, ObjectNode node, FaultSink faults) {
        this.path = path;
        this.node = node;
        this.faults = faults;
    }

    /**
     * The one object that a text consists of.
     *
     * @param path goes before the names of its fields in messages; may be empty
     * @throws JsonFormatException if the text is no JSON object, or, from then on, at the first fault in it
     */
    public static StrictObject parse(String path, String json) {
        JsonNode node;
        try {
            node = MAPPER.readTree(json);
        } catch (JacksonException e) {
            throw new JsonFormatException(notValid(e));
        }
        return new StrictValue(path, node, FaultSink.THROW).object();
    }

    /** Where it lies, such as {@code request.command}; empty for the outermost. */
    public String path() {
        return path;
    }

    /** The value of a field that has to be there. */
    public StrictValue required(String field) {
        return optional(field).orElseGet(() -> {
            faults.add(pathOf(field), "is missing");
            return new StrictValue(pathOf(field), node.nullNode(), FaultSink.IGNORE);
        });
    }

    /** The value of a field that may be absent; {@code null} says the same. */
    public Optional<StrictValue> optional(String field) {
        known.add(field);
        JsonNode value = node.get(field);
        return value == null || value.isNull()
                ? Optional.empty()
                : Optional.of(new StrictValue(pathOf(field), value, faults));
    }

    /** Whether the field holds this very text. */
    boolean hasText(String field, String text) {
        return node.path(field).asString("").equals(text);
    }

    /** The same with an empty list in place of a field's value. */
    StrictObject withEmptyList(String field) {
        ObjectNode changed = node.deepCopy();
        changed.putArray(field);
        return new StrictObject(path, changed, faults);
    }

    /** All that it has, by name. */
    Map<String, StrictValue> fields() {
        Map<String, StrictValue> fields = new LinkedHashMap<>();
        node.properties().forEach(entry -> {
            known.add(entry.getKey());
            fields.put(entry.getKey(), new StrictValue(pathOf(entry.getKey()), entry.getValue(), faults));
        });
        return fields;
    }

    /** Refuses the fields that were not asked for; to be called when all others have been. */
    public void end() {
        for (String field : node.propertyNames()) {
            if (!known.contains(field)) {
                faults.add(
                        pathOf(field),
                        known.isEmpty()
                                ? "no field is expected here"
                                : "unknown field, expected only " + String.join(", ", known));
            }
        }
    }

    /** The parser's own words without where an object began, which it tells as an offset into a text it does not show. */
    private static String notValid(JacksonException e) {
        String message = e.getOriginalMessage().replaceAll("\\s+", " ").replaceAll(" \\(start marker at .*\\)", "");
        return "not valid JSON at column " + e.getLocation().getColumnNr() + ": " + message;
    }

    private String pathOf(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }
}
