package dev.licenseflow.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A running schema registry. What it has answered survives {@link #close()} and a kill alike; one process at a time may
 * have its file open, which the lock of the data folder sees to.
 */
public final class RegistryServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryServer.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";

    private final RegistryService registry;
    private final RegistryAnswers answers;
    private final HttpServer http;
    private final ExecutorService threads;
    private final String host;

    private RegistryServer(RegistryService registry, HttpServer http, String host) {
        this.registry = registry;
        this.answers = new RegistryAnswers(registry);
        this.http = http;
        this.host = host;
        this.threads = Executors.newFixedThreadPool(4, task -> {
            Thread thread = new Thread(task, "schema-registry");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Starts a registry that answers when this returns.
     *
     * @param file where it keeps its schemas; made if it is not there
     * @param host the address to listen on; 127.0.0.1 keeps it to this machine, there is no authentication
     * @param port 0 takes a free one
     * @throws UncheckedIOException if the port cannot be listened on
     * @throws RegistryFileException if the file is damaged or cannot be written
     */
    public static RegistryServer start(Path file, String host, int port) {
        // Otherwise each answer waits about 40 ms for the client's delayed acknowledgement; read once by the JDK.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer http;
        try {
            http = HttpServer.create(new InetSocketAddress(host, port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("The schema registry cannot listen on port " + port, e);
        }
        try {
            RegistryServer server = new RegistryServer(new RegistryService(file), http, host);
            http.setExecutor(server.threads);
            http.createContext("/", server::handle);
            http.start();
            return server;
        } catch (RuntimeException e) {
            http.stop(0);
            throw e;
        }
    }

    /** What a client sets as {@code schema.registry.url}. */
    public String url() {
        return "http://" + host + ":" + port();
    }

    public int port() {
        return http.getAddress().getPort();
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdown();
        try {
            registry.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the schema registry's file could not be closed", e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                send(exchange, 200, answers.answer(RegistryRequest.read(exchange)));
            } catch (RegistryException e) {
                send(exchange, e.httpStatus(), error(e.errorCode(), e.getMessage()));
            } catch (RuntimeException e) {
                LOG.error("Request {} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), e);
                send(exchange, 500, error(500, "Internal Server Error"));
            }
        }
    }

    private static JsonNode error(int code, @Nullable String message) {
        return JsonNodeFactory.instance.objectNode().put("error_code", code).put("message", String.valueOf(message));
    }

    private static void send(HttpExchange exchange, int status, JsonNode answer) throws IOException {
        byte[] body = JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", CONTENT_TYPE);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
