package dev.licenseflow.messaging.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A YAML document as a tree that still knows the line of each of its values, by their paths. */
final class YamlTree implements FaultSink {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final YAMLMapper MAPPER = YAMLMapper.builder().build();

    /** Such as {@code in reader, line 3, column 1: products: [ ^}, after what the parser was doing or what it met. */
    private static final Pattern STOPPED = Pattern.compile(" in [^ ]+, line (\\d+), column \\d+:.*?\\^");

    private final Map<String, Integer> lineByPath = new HashMap<>();
    private final List<CatalogTextFault> faults = new ArrayList<>();
    private JsonNode root = NODES.objectNode();

    private YamlTree() {}

    /** @throws CatalogFormatException if the text is not a single YAML document */
    static YamlTree parse(String text) {
        YamlTree tree = new YamlTree();
        try (JsonParser parser = MAPPER.createParser(text)) {
            JsonToken first = parser.nextToken();
            tree.root = first == null ? NODES.nullNode() : tree.read("", parser, first);
            if (parser.nextToken() != null) {
                tree.fault(parser.currentTokenLocation().getLineNr(), "", "expected one document, found another one");
            }
        } catch (JacksonException e) {
            tree.addNotValid(e);
            tree.throwFaults();
        }
        return tree;
    }

    /** The whole document; its faults come to this tree, with their lines. */
    StrictObject root() {
        return new StrictValue("", root, this).object();
    }

    @Override
    public void add(String path, String message) {
        fault(lineOf(path), path, message);
    }

    /** @throws CatalogFormatException if there was any fault */
    void throwFaults() {
        if (!faults.isEmpty()) {
            throw new CatalogFormatException(faults);
        }
    }

    private void fault(int line, String path, String message) {
        faults.add(new CatalogTextFault(Math.max(line, 0), oneLine(path), oneLine(message)));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    /** The parser says in its message where it stopped; the location of its exception is that of the last value before. */
    private void addNotValid(JacksonException e) {
        String message = e.getOriginalMessage().replaceAll("\\s+", " ");
        Matcher stopped = STOPPED.matcher(message);
        int line = e.getLocation().getLineNr();
        while (stopped.find()) {
            line = Integer.parseInt(stopped.group(1));
        }
        fault(
                line,
                "",
                "not valid YAML: " + STOPPED.matcher(message).replaceAll("").strip());
    }

    /** The line of a value, or of the nearest value around it if it is not there. */
    private int lineOf(String path) {
        String known = path;
        while (!known.isEmpty() && !lineByPath.containsKey(known)) {
            known = known.substring(0, Math.max(0, Math.max(known.lastIndexOf('.'), known.lastIndexOf('['))));
        }
        return lineByPath.getOrDefault(known, 0);
    }

    private JsonNode read(String path, JsonParser parser, JsonToken token) {
        lineByPath.put(path, parser.currentTokenLocation().getLineNr());
        if (token == JsonToken.START_OBJECT) {
            return readObject(path, parser);
        }
        return token == JsonToken.START_ARRAY ? readArray(path, parser) : readScalar(parser, token);
    }

    private ObjectNode readObject(String path, JsonParser parser) {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            String valuePath = path.isEmpty() ? name : path + "." + name;
            if (object.has(name)) {
                fault(parser.currentTokenLocation().getLineNr(), valuePath, "stands there more than once");
            }
            object.set(name, read(valuePath, parser, parser.nextToken()));
        }
        return object;
    }

    private ArrayNode readArray(String path, JsonParser parser) {
        ArrayNode array = NODES.arrayNode();
        JsonToken token = parser.nextToken();
        while (token != JsonToken.END_ARRAY) {
            array.add(read(path + "[" + array.size() + "]", parser, token));
            token = parser.nextToken();
        }
        return array;
    }

    private static JsonNode readScalar(JsonParser parser, JsonToken token) {
        if (token == JsonToken.VALUE_NUMBER_INT) {
            return NODES.numberNode(parser.getBigIntegerValue());
        }
        if (token == JsonToken.VALUE_NUMBER_FLOAT) {
            return NODES.numberNode(parser.getDoubleValue());
        }
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return NODES.booleanNode(token == JsonToken.VALUE_TRUE);
        }
        return token == JsonToken.VALUE_NULL ? NODES.nullNode() : NODES.stringNode(parser.getString());
    }
}
