package dev.licenseflow.portal.preview;

import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.messaging.json.RecordJsonReader;
import dev.licenseflow.messaging.json.RequestJson;
import dev.licenseflow.messaging.mapping.decision.DecisionMapper;
import dev.licenseflow.schema.LicenseDecision;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the processor over HTTP. */
public final class ProcessorPreview implements Preview {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessorPreview.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final int OK = 200;

    private final URI address;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    /** @param processorUrl such as {@code http://127.0.0.1:8080} */
    public ProcessorPreview(String processorUrl) {
        this.address = URI.create(processorUrl.replaceAll("/+$", "") + "/preview");
    }

    @Override
    public Optional<Decision> of(Request request) {
        HttpRequest question = HttpRequest.newBuilder(address)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(RequestJson.write(request)))
                .build();
        try {
            HttpResponse<String> answer =
                    http.send(question, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() == OK) {
                return Optional.of(
                        DecisionMapper.toDomain(RecordJsonReader.read(answer.body(), new LicenseDecision())));
            }
            LOG.debug("No preview: the processor answers {}", answer.statusCode());
        } catch (IOException silent) {
            LOG.debug("No preview: the processor does not answer", silent);
        } catch (RuntimeException unreadable) {
            LOG.warn("No preview: the processor's answer is not understood", unreadable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }
}
