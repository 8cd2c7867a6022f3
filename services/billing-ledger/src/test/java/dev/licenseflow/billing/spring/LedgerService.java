package dev.licenseflow.billing.spring;

import dev.licenseflow.billing.TestDatabase;
import dev.licenseflow.postgres.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The service on a free port and a database of its own, spoken to over HTTP. */
final class LedgerService implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    private LedgerService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Without a broker. */
    static LedgerService onlyAnswering(TestDatabase database, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--licenseflow.ledger.kafka=false",
                "--licenseflow.database.url=" + database.url(),
                "--licenseflow.database.user=" + EmbeddedDatabase.USER));
        arguments.addAll(List.of(more));
        return new LedgerService(LedgerApplication.builder().run(arguments.toArray(String[]::new)));
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    HttpAnswer get(String path) {
        return send(request(path).GET());
    }

    HttpAnswer post(String path, String contentType, String body, String... headers) {
        HttpRequest.Builder request =
                request(path).header("Content-Type", contentType).POST(HttpRequest.BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpRequest.Builder request(String path) {
        int port = ((WebServerApplicationContext) context).getWebServer().getPort();
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpAnswer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new HttpAnswer(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.body());
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
