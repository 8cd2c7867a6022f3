package dev.licenseflow.messaging.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** A schema registry over HTTP, as far as serializers call it, which can be told to fail and remembers what it was asked. */
final class TinyRegistry implements AutoCloseable {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /** What was asked: method and path, and the headers that the tests look at. */
    record Asked(String what, Optional<String> authorization, String body) {}

    private record Answer(int status, String body) {}

    private final MockSchemaRegistry schemas = new MockSchemaRegistry();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Queue<Answer> next = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    TinyRegistry() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://" + address();
    }

    String address() {
        return "localhost:" + server.getAddress().getPort();
    }

    /** The registry's content, past HTTP. */
    MockSchemaRegistry schemas() {
        return schemas;
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** The next request gets this answer; calls queue up. */
    void answerNext(int status, String body) {
        next.add(new Answer(status, body));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            String path = exchange.getRequestURI().getPath();
            String method = exchange.getRequestMethod();
            asked.add(new Asked(
                    method + " " + path,
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")),
                    body));
            Answer prepared = next.poll();
            Answer answer = prepared == null ? answer(method, path, body) : prepared;
            byte[] bytes = answer.body().getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/vnd.schemaregistry.v1+json");
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Answer answer(String method, String path, String body) {
        try {
            Queue<String> parts = new ArrayDeque<>(List.of(path.substring(1).split("/")));
            String kind = parts.remove();
            return kind.equals("subjects") ? subject(method, parts, body) : schema(parts);
        } catch (SerializationException e) {
            return new Answer(404, "{\"error_code\":40403,\"message\":\"" + e.getMessage() + "\"}");
        }
    }

    private Answer subject(String method, Queue<String> parts, String body) {
        String subject = parts.remove();
        if (method.equals("GET")) {
            SchemaRegistry.RegisteredSchema latest = schemas.latest(subject);
            return found(subject, latest.id(), latest.schema());
        }
        JsonNode text = JSON.readTree(body).path("schema");
        if (parts.isEmpty()) {
            int id = schemas.idOf(subject, text.asString());
            return found(subject, id, schemas.schemaOf(id));
        }
        return new Answer(200, "{\"id\":" + schemas.register(subject, text.asString()) + "}");
    }

    private Answer schema(Queue<String> parts) {
        String kind = parts.remove();
        String key = parts.remove();
        Schema schema =
                kind.equals("ids") ? schemas.schemaOf(Integer.parseInt(key)) : schemas.schemaOf(UUID.fromString(key));
        return new Answer(
                200, JSON.createObjectNode().put("schema", schema.toString()).toString());
    }

    private static Answer found(String subject, int id, Schema schema) {
        return new Answer(
                200,
                JSON.createObjectNode()
                        .put("subject", subject)
                        .put("version", 1)
                        .put("id", id)
                        .put("schema", schema.toString())
                        .toString());
    }
}
