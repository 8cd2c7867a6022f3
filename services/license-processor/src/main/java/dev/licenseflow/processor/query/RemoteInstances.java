package dev.licenseflow.processor.query;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.streams.state.HostInfo;

/** Asks another instance about a customer that it owns; every question is bounded in time and passed on only once. */
public final class RemoteInstances {

    /** Marks a question that was passed on already: two instances that disagree must not pass it to and fro. */
    public static final String PASSED_ON = "X-Licenseflow-Passed-On";

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(1);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN).build();

    /**
     * Passes a question on.
     *
     * @param path with its query, as it was asked here
     * @param body a JSON body, for questions that have one
     * @param patience for how much longer than usual the other instance may take
     * @throws NotAnswerableException if it does not answer in time
     */
    public Answer ask(HostInfo owner, String path, Optional<String> body, Duration patience) {
        HttpRequest.Builder question = HttpRequest.newBuilder(
                        URI.create("http://" + owner.host() + ":" + owner.port() + path))
                .timeout(ANSWER_WITHIN.plus(patience))
                .header(PASSED_ON, "1");
        body.ifPresent(json ->
                question.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json)));
        try {
            HttpResponse<String> answer = client.send(question.build(), HttpResponse.BodyHandlers.ofString());
            String type = answer.headers().firstValue("Content-Type").orElse("application/json");
            return new Answer(answer.statusCode(), type, answer.body());
        } catch (IOException unreachable) {
            throw new NotAnswerableException("The instance that owns the customer does not answer", unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NotAnswerableException("Stopped while asking another instance", stopped);
        }
    }

    /** What another instance said. */
    public record Answer(int status, String contentType, String body) {}
}
