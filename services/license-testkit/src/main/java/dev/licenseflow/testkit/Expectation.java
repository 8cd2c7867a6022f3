package dev.licenseflow.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What has to hold on one record: {@code path=value} pairs. {@code code} collects the codes of all reasons, sorted;
 * {@code products} is written {@code product:active/next}; {@code at} is the record's time.
 *
 * @param topic the last word of the topic's name
 */
public record Expectation(String topic, Map<String, String> pairs) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Reads an {@code .expect} file: an expectation a line, but for empty lines and comments. */
    public static List<Expectation> parseAll(String file) {
        return file.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Expectation::parse)
                .toList();
    }

    public static Expectation parse(String line) {
        String[] words = line.trim().split("\\s+", -1);
        Map<String, String> pairs = new LinkedHashMap<>();
        String last = "";
        for (int i = 1; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            if (equals > 0) {
                last = words[i].substring(0, equals);
                pairs.put(last, words[i].substring(equals + 1));
            } else {
                pairs.merge(last, words[i], (before, more) -> before + " " + more);
            }
        }
        return new Expectation(words[0], pairs);
    }

    /** What differs on the record, a line each; none if all holds. */
    List<String> faults(RecordText record) {
        JsonNode value = JSON.readTree(record.value());
        List<String> faults = new ArrayList<>();
        pairs.forEach((path, expected) -> {
            String found = path.equals("at") ? record.at() : shown(value, path);
            if (!found.equals(expected)) {
                faults.add(path + ": expected " + expected + ", found " + found);
            }
        });
        return faults;
    }

    private static String shown(JsonNode value, String path) {
        return switch (path) {
            case "code" -> codes(value);
            case "products" -> products(value);
            default -> text(dig(value, path));
        };
    }

    private static String codes(JsonNode value) {
        TreeSet<String> codes = new TreeSet<>();
        value.path("reasons").forEach(reason -> codes.add(reason.get("code").stringValue()));
        return String.join(",", codes);
    }

    private static String products(JsonNode value) {
        List<String> products = new ArrayList<>();
        value.path("products")
                .forEach(product -> products.add(product.get("product").stringValue() + ":"
                        + product.get("active").intValue() + "/"
                        + product.get("next").intValue()));
        return String.join(" ", products);
    }

    private static JsonNode dig(JsonNode value, String path) {
        JsonNode found = value;
        for (String part : path.split("\\.", -1)) {
            found = part.matches("\\d+") ? found.path(Integer.parseInt(part)) : found.path(part);
        }
        return found;
    }

    private static String text(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return "null";
        }
        return node.isString() ? node.stringValue() : node.toString();
    }
}
