package dev.licenseflow.processor.spring;

import dev.licenseflow.domain.request.Request;
import dev.licenseflow.messaging.json.RequestJson;
import dev.licenseflow.processor.query.LicenseQueries;
import dev.licenseflow.processor.query.NotAnswerableException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.streams.state.HostInfo;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * The read API (L2): any instance answers about any customer. Errors are problem details (RFC 9457); 503 with
 * {@code Retry-After} says that nobody can answer at the moment, and never that there is nothing.
 */
@RestController
class LicenseController {

    /** Marks a question that was passed on already: two instances that disagree must not pass it to and fro. */
    private static final String PASSED_ON = "X-Licenseflow-Passed-On";

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final long LOOK_EVERY_MILLIS = 25;

    private final ProcessorLifecycle lifecycle;
    private final HostInfo self;
    private final HttpClient others =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final Clock clock = Clock.tickMillis(ZoneOffset.UTC);

    LicenseController(ProcessorLifecycle lifecycle, ProcessorProperties properties) {
        this.lifecycle = lifecycle;
        this.self = properties.self();
    }

    @GetMapping(path = "/customers/{customerId}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> customer(@PathVariable String customerId, HttpServletRequest asked) {
        return answer(
                customerId,
                asked,
                Optional.empty(),
                Duration.ZERO,
                () -> queries()
                        .customer(customerId, clock.instant())
                        .orElseThrow(() -> notFound("No customer is registered under this id")));
    }

    @GetMapping(path = "/decisions/{customerId}/{requestId}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> decision(
            @PathVariable String customerId,
            @PathVariable String requestId,
            @RequestParam(name = "wait", defaultValue = "0s") String wait,
            HttpServletRequest asked) {
        Duration patience = patience(wait);
        return answer(customerId, asked, Optional.empty(), patience, () -> awaited(customerId, requestId, patience));
    }

    @PostMapping(
            path = "/preview",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> preview(@RequestBody String body, HttpServletRequest asked) {
        Request request = RequestJson.parseRequest(body);
        return answer(
                request.customerId(),
                asked,
                Optional.of(body),
                Duration.ZERO,
                () -> queries().preview(request, clock.instant()));
    }

    private ResponseEntity<String> answer(
            String customerId,
            HttpServletRequest asked,
            Optional<String> body,
            Duration patience,
            Supplier<String> here) {
        Optional<HostInfo> other = queries().otherOwnerOf(customerId);
        if (other.isEmpty()) {
            return ResponseEntity.ok(here.get());
        }
        if (asked.getHeader(PASSED_ON) != null || other.get().equals(self)) {
            throw new NotAnswerableException("The customer was handed to another instance");
        }
        return passOn(other.get(), asked, body, patience);
    }

    /** Asks the instance that owns the customer, bounded in time, and hands its answer on. */
    private ResponseEntity<String> passOn(
            HostInfo owner, HttpServletRequest asked, Optional<String> body, Duration patience) {
        String query = asked.getQueryString() == null ? "" : "?" + asked.getQueryString();
        HttpRequest.Builder question = HttpRequest.newBuilder(
                        URI.create("http://" + owner.host() + ":" + owner.port() + asked.getRequestURI() + query))
                .timeout(ANSWER_WITHIN.plus(patience))
                .header(PASSED_ON, "1");
        body.ifPresent(json ->
                question.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json)));
        try {
            HttpResponse<String> answer = others.send(question.build(), HttpResponse.BodyHandlers.ofString());
            String type = answer.headers().firstValue("Content-Type").orElse("application/json");
            ResponseEntity.BodyBuilder passed =
                    ResponseEntity.status(answer.statusCode()).header("Content-Type", type);
            return (answer.statusCode() == 503 ? passed.header("Retry-After", "1") : passed).body(answer.body());
        } catch (IOException unreachable) {
            throw new NotAnswerableException("The instance that owns the customer does not answer", unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NotAnswerableException("Stopped while asking another instance", stopped);
        }
    }

    private String awaited(String customerId, String requestId, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        Optional<String> decision = queries().decision(customerId, requestId, clock.instant());
        while (decision.isEmpty() && System.nanoTime() - deadline < 0) {
            try {
                Thread.sleep(LOOK_EVERY_MILLIS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new NotAnswerableException("Stopped while waiting for the decision", stopped);
            }
            decision = queries().decision(customerId, requestId, clock.instant());
        }
        return decision.orElseThrow(() -> notFound(
                "There is no decision under this id: the request is pending, was never sent, or was forgotten"));
    }

    private static Duration patience(String wait) {
        Duration patience;
        try {
            patience = DurationStyle.detectAndParse(wait);
        } catch (IllegalArgumentException wrong) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "wait: expected a duration such as 2s, found " + wait, wrong);
        }
        if (patience.isNegative() || patience.compareTo(LONGEST_WAIT) > 0) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "wait: expected at most " + LONGEST_WAIT.toSeconds() + "s, found " + wait);
        }
        return patience;
    }

    private static ResponseStatusException notFound(String message) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, message);
    }

    private LicenseQueries queries() {
        return lifecycle.queries();
    }
}
