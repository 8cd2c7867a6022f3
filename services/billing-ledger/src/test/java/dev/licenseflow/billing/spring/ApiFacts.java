package dev.licenseflow.billing.spring;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What clients rely on in an OpenAPI document. An operation has its id, parameters and responses; a field of a component has its
 * type, format, symbols, default and bounds, and whether it is required.
 */
final class ApiFacts {

    private static final Set<String> STATED = Set.of(
            "type",
            "format",
            "default",
            "minimum",
            "maximum",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "pattern");

    private final JsonNode document;
    private final Map<String, Set<String>> facts = new TreeMap<>();

    private ApiFacts(JsonNode document) {
        this.document = document;
    }

    /** The facts by what they are about. */
    static Map<String, Set<String>> of(JsonNode document) {
        ApiFacts facts = new ApiFacts(document);
        document.at("/paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> facts.addOperation(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())));
        document.at("/components/schemas")
                .properties()
                .forEach(schema -> facts.addSchema(schema.getKey(), schema.getValue()));
        return facts.facts;
    }

    private void addOperation(String name, JsonNode operation) {
        add(name, operation.path("operationId").asString());
        operation
                .path("responses")
                .properties()
                .forEach(response -> resolve(response.getValue())
                        .path("content")
                        .properties()
                        .forEach(content -> {
                            add(name, response.getKey() + "=" + content.getKey());
                            addContent(
                                    name + " " + response.getKey(),
                                    content.getValue().path("schema"));
                        }));
        resolve(operation.path("requestBody"))
                .path("content")
                .propertyNames()
                .forEach(type -> add(name, "body=" + type));
        operation.path("parameters").forEach(stated -> {
            JsonNode parameter = resolve(stated);
            String parameterName = name + " " + parameter.path("name").asString();
            add(parameterName, parameter.path("in").asString());
            if (parameter.path("required").asBoolean(false)) {
                add(parameterName, "required");
            }
            addSchema(parameterName, parameter.path("schema"));
        });
    }

    /** The fields of a response, and those of the items if it is a list or a page of a list. */
    private void addContent(String name, JsonNode stated) {
        JsonNode schema = resolve(stated);
        schema.path("properties").propertyNames().forEach(property -> add(name, property));
        for (JsonNode items : List.of(schema.path("items"), schema.at("/properties/items/items"))) {
            resolve(items).path("properties").propertyNames().forEach(property -> add(name, property));
        }
    }

    private void addSchema(String name, JsonNode stated) {
        JsonNode schema = resolve(stated);
        STATED.stream()
                .filter(schema::has)
                .forEach(key -> add(name, key + "=" + schema.get(key).asString()));
        schema.path("enum").forEach(symbol -> add(name, symbol.asString()));
        schema.path("properties")
                .properties()
                .forEach(property -> addSchema(name + "." + property.getKey(), property.getValue()));
        schema.path("required").forEach(property -> add(name + "." + property.asString(), "required"));
        if (schema.has("items")) {
            addSchema(name + "[]", schema.get("items"));
        }
    }

    private JsonNode resolve(JsonNode stated) {
        return stated.has("$ref") ? document.at(stated.get("$ref").asString().substring(1)) : stated;
    }

    private void add(String name, String fact) {
        facts.computeIfAbsent(name, unused -> new TreeSet<>()).add(fact);
    }
}
