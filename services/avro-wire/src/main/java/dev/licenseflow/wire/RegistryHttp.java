package dev.licenseflow.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the registry over HTTP: one address after the other, and all of them again after a wait, until one gives a final answer or
 * the retries are used up. An answer is final when it comes from a registry and would be the same the next time. Safe
 * for use by many threads.
 */
final class RegistryHttp {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryHttp.class);
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";

    /** Taken by every registry, and all that Apicurio's own API takes. */
    private static final String BODY_TYPE = "application/json";

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final int MAX_DOUBLINGS = 30;
    private static final int NOT_FOUND = 404;

    /** What Confluent's registry says to a change of a read-only subject. */
    private static final int NOT_PERMITTED_CODE = 42205;

    /** What Apicurio says to any change, with the status 409, when all of it is read-only. */
    private static final int APICURIO_READ_ONLY_CODE = 0;

    /** One for all, since each has a thread of its own. */
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** Codes of the registry begin here; below are plain HTTP statuses, which any web server gives. */
    private static final int FIRST_NOT_FOUND_CODE = 40400;

    private final List<RegistryEndpoint> endpoints;

    /** Rounds over all addresses after the first one. */
    private final int maxRetries;

    /** The wait before the first retry, doubled for each further one up to the longest. */
    private final Duration firstWait;

    private final Duration maxWait;
    private final Duration readTimeout;

    /** Index of the address that answered last; it is asked first the next time. */
    private volatile int preferred;

    RegistryHttp(SerdeProperties properties) {
        this.endpoints = RegistryEndpoint.all(properties);
        // Gives up after about 16 s of waiting: longer than a restart of the registry, far below Kafka's 5 min between
        // polls.
        this.maxRetries = properties.number("max.retries", 8);
        this.firstWait = properties.millis("retries.wait.ms", Duration.ofMillis(100));
        this.maxWait = properties.millis("retries.max.wait.ms", Duration.ofSeconds(5));
        this.readTimeout = properties.millis("http.read.timeout.ms", Duration.ofSeconds(10));
    }

    /** A subject as a segment of a path. */
    static String encoded(String subject) {
        return URLEncoder.encode(subject, UTF_8).replace("+", "%20");
    }

    /** Asks for what every registry can give; a 404 without the registry's own code means that it is none. */
    JsonNode get(String path) {
        return ask(new Question("GET", path, "", false));
    }

    /** Asks for what older registries have no address for: any 404 then means that there is no such thing. */
    JsonNode getIfOffered(String path) {
        return ask(new Question("GET", path, "", true));
    }

    JsonNode post(String path, JsonNode body) {
        return ask(new Question("POST", path, JSON.writeValueAsString(body), false));
    }

    /** Changes what older registries have no address for, as {@link #getIfOffered} asks for it. */
    JsonNode putIfOffered(String path, JsonNode body) {
        return ask(new Question("PUT", path, JSON.writeValueAsString(body), true));
    }

    private JsonNode ask(Question question) {
        RegistryUnavailableException last = new RegistryUnavailableException("not asked", null);
        for (int round = 0; round <= maxRetries; round++) {
            if (round > 0) {
                pause(firstWait.multipliedBy(1L << Math.min(round - 1, MAX_DOUBLINGS)));
            }
            int first = preferred;
            for (int i = 0; i < endpoints.size(); i++) {
                int index = (first + i) % endpoints.size();
                try {
                    JsonNode answer = ask(endpoints.get(index), question);
                    preferred = index;
                    return answer;
                } catch (RegistryUnavailableException failure) {
                    LOG.warn("Schema registry {}: {}", endpoints.get(index), failure.getMessage());
                    last = failure;
                }
            }
        }
        throw new RegistryUnavailableException(
                "No schema registry of " + endpoints + " could be asked; the last failure was: " + last.getMessage(),
                last.getCause());
    }

    /** @throws RegistryUnavailableException if this address gives no final answer, with why as its message */
    private JsonNode ask(RegistryEndpoint endpoint, Question question) {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint.resolve(question.path()))
                .timeout(readTimeout)
                .header("Accept", MEDIA_TYPE + ", application/json");
        endpoint.authorization().ifPresent(value -> request.header("Authorization", value));
        if (question.body().isEmpty()) {
            request.method(question.method(), BodyPublishers.noBody());
        } else {
            request.header("Content-Type", BODY_TYPE)
                    .method(question.method(), BodyPublishers.ofString(question.body()));
        }
        try {
            return judge(CLIENT.send(request.build(), BodyHandlers.ofString()), question);
        } catch (IOException e) {
            throw new RegistryUnavailableException(e.toString(), e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static JsonNode judge(HttpResponse<String> response, Question question) {
        int status = response.statusCode();
        if (status == 204) {
            return JSON.createObjectNode();
        }
        Optional<JsonNode> json = parse(response.body());
        if (status / 100 == 2 && json.isPresent()) {
            return json.get();
        }
        if (status == NOT_FOUND && question.everyNotFoundIsFinal()) {
            throw new RegistryRefusalException("The schema registry does not know what was asked for", false);
        }
        Optional<JsonNode> error = json.filter(node -> node.path("error_code").isInt());
        if (error.isPresent() && isFinal(status, error.get().path("error_code").asInt())) {
            int code = error.get().path("error_code").asInt();
            String message = error.get().path("message").asString("");
            boolean readOnly = code == NOT_PERMITTED_CODE || (status == 409 && code == APICURIO_READ_ONLY_CODE);
            throw new RegistryRefusalException("The schema registry says " + code + ": " + message, readOnly);
        }
        throw new RegistryUnavailableException(
                "HTTP status " + status + (json.isPresent() ? "" : ", not an answer of a registry"), null);
    }

    /** Denied access, overload and a web server that is no registry say nothing about the schema. */
    private static boolean isFinal(int status, int errorCode) {
        return switch (status) {
            case NOT_FOUND -> errorCode >= FIRST_NOT_FOUND_CODE;
            case 401, 403, 408, 429 -> false;
            default -> status / 100 == 4;
        };
    }

    private static Optional<JsonNode> parse(String body) {
        try {
            return Optional.of(JSON.readTree(body)).filter(JsonNode::isObject);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private void pause(Duration wait) {
        try {
            Thread.sleep(Math.min(wait.toMillis(), maxWait.toMillis()));
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** What is asked of whichever address answers; the body is empty where there is none. */
    private record Question(String method, String path, String body, boolean everyNotFoundIsFinal) {}
}
