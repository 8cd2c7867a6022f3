package dev.licenseflow.portal.api;

import dev.licenseflow.portal.PortalDatabase;
import dev.licenseflow.portal.spring.PortalApplication;
import dev.licenseflow.postgres.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The service on a free port and a database of its own, without a broker, spoken to over HTTP. */
final class PortalService implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    private PortalService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static PortalService start(PortalDatabase database) {
        return new PortalService(PortalApplication.builder()
                .run(
                        "--server.port=0",
                        "--spring.main.banner-mode=off",
                        "--licenseflow.portal.kafka=false",
                        "--licenseflow.database.url=" + database.url(),
                        "--licenseflow.database.user=" + EmbeddedDatabase.USER));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    /** @param key an API key; none, and nobody calls */
    HttpResponse<String> get(String path, Optional<String> key) {
        return send(request(path, key).GET());
    }

    HttpResponse<String> post(String path, Optional<String> key, String json) {
        return send(request(path, key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    HttpResponse<String> put(String path, Optional<String> key, String json) {
        return send(request(path, key)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    String address() {
        return "http://127.0.0.1:"
                + ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    private HttpRequest.Builder request(String path, Optional<String> key) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path));
        key.ifPresent(each -> request.header("Authorization", "Bearer " + each));
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
