package dev.licenseflow.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.licenseflow.registry.RegistryServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands in front of the registry: it can be told to fail, and it remembers what it was asked. */
final class RecordingRegistry implements AutoCloseable {

    /** What was asked: method and path, and what the tests look at. */
    record Asked(String what, Optional<String> authorization, String body) {}

    private record Answer(int status, String body) {}

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Queue<Answer> next = new ConcurrentLinkedQueue<>();
    private final RegistryServer registry;
    private final HttpServer proxy;

    RecordingRegistry(Path folder) throws IOException {
        registry = RegistryServer.start(folder.resolve("schemas.jsonl"), "localhost", 0);
        forward("PUT", URI.create("/config"), "{\"compatibility\":\"NONE\"}"); // tests put any record under one subject
        proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext("/", this::handle);
        proxy.start();
    }

    String url() {
        return "http://" + address();
    }

    String address() {
        return "localhost:" + proxy.getAddress().getPort();
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
        proxy.stop(0);
        registry.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            String method = exchange.getRequestMethod();
            asked.add(new Asked(
                    method + " " + exchange.getRequestURI().getPath(),
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")),
                    body));
            Answer prepared = next.poll();
            Answer answer = prepared == null ? forward(method, exchange.getRequestURI(), body) : prepared;
            byte[] bytes = answer.body().getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/vnd.schemaregistry.v1+json");
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Answer forward(String method, URI uri, String body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(registry.url() + uri))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
