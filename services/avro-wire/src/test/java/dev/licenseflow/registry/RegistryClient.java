package dev.licenseflow.registry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Speaks to a registry as any HTTP client would. */
public final class RegistryClient {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;

    public RegistryClient(String url) {
        this.url = url;
    }

    public Answer get(String path) {
        return send("GET", path, "");
    }

    public Answer send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            String contentType = response.headers().firstValue("Content-Type").orElse("");
            return new Answer(response.statusCode(), contentType, JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Answer register(String subject, String schema) {
        return send("POST", "/subjects/" + subject + "/versions", withSchema(schema));
    }

    public static String withSchema(String schema) {
        return JsonNodeFactory.instance.objectNode().put("schema", schema).toString();
    }

    /** What came back. */
    public record Answer(int status, String contentType, JsonNode json) {

        public int id() {
            return json.required("id").intValue();
        }

        public int errorCode() {
            return json.required("error_code").intValue();
        }
    }
}
