package dev.licenseflow.registry;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request, taken apart.
 *
 * @param path its segments, decoded one by one, since a subject may hold an encoded slash
 */
record RegistryRequest(String method, List<String> path, Map<String, String> query, String body) {

    /** Far above any schema that people write; it bounds what one request can make the process hold. */
    static final int MAX_BODY_BYTES = 1 << 20;

    private static final JsonMapper JSON = new JsonMapper();

    static RegistryRequest read(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
        if (body.length > MAX_BODY_BYTES) {
            throw new RegistryException(413, "The request body is larger than " + MAX_BODY_BYTES + " bytes");
        }
        String rawPath = exchange.getRequestURI().getRawPath();
        List<String> path = Arrays.stream(rawPath.split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(segment -> decode(segment.replace("+", "%2B")))
                .toList();
        return new RegistryRequest(
                exchange.getRequestMethod(),
                path,
                query(exchange.getRequestURI().getRawQuery()),
                new String(body, StandardCharsets.UTF_8));
    }

    String segment(int index) {
        return path.get(index);
    }

    int id(int index) {
        String text = segment(index);
        if (!text.matches("[0-9]{1,9}")) {
            throw RegistryException.schemaNotFound();
        }
        return Integer.parseInt(text);
    }

    boolean flag(String parameter) {
        return Boolean.parseBoolean(query.getOrDefault(parameter, "false"));
    }

    JsonNode json() {
        try {
            JsonNode node = JSON.readTree(body);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            throw new RegistryException(400, "The request body is not JSON", e);
        }
        throw new RegistryException(400, "The request body is not a JSON object");
    }

    /** The schema in the body; 42201 for whatever is not a schema that this registry can keep. */
    Schema schema() {
        JsonNode json = json();
        JsonNode type = json.path("schemaType");
        boolean avro = type.isMissingNode() || type.isNull() || type.asString().equals("AVRO");
        if (!avro || !json.path("references").isEmpty()) {
            throw new RegistryException(42201, "Invalid schema: only AVRO without references is supported");
        }
        try {
            return new Schema.Parser().parse(json.path("schema").asString(""));
        } catch (AvroRuntimeException e) {
            throw new RegistryException(42201, "Invalid schema: " + e.getMessage(), e);
        }
    }

    private static Map<String, String> query(@Nullable String rawQuery) {
        Map<String, String> query = new HashMap<>();
        if (rawQuery != null) {
            for (String pair : rawQuery.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                query.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RegistryException(400, "The address is not percent-encoded correctly", e);
        }
    }
}
