package dev.licenseflow.portal.api;

import dev.licenseflow.domain.request.Channel;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.messaging.json.RequestJson;
import dev.licenseflow.portal.account.ApiCaller;
import dev.licenseflow.portal.api.PortalApi.Problems;
import dev.licenseflow.portal.license.LicenseRepository;
import dev.licenseflow.portal.request.RecordedRequests;
import dev.licenseflow.portal.request.RequestService;
import dev.licenseflow.schema.LicenseDecision;
import dev.licenseflow.schema.LicenseRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** Takes requests of partners' programs, in the JSON that {@code licenseflow send} takes. */
@RestController
@ApiResponse(
        responseCode = "200",
        description = "It is decided",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = LicenseDecision.class)))
@ApiResponse(
        responseCode = "202",
        description = "It is recorded and not decided yet; Location is the address to ask again",
        headers = @Header(name = "Location", schema = @Schema(type = "string")),
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = RequestsController.NotDecided.class)))
class RequestsController {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final String WAIT = "How long to wait for the decision, such as 2s, at most 10s";

    @Schema(requiredProperties = "published")
    record NotDecided(
            @Schema(description = "Whether it has reached Kafka")
            boolean published) {}

    private final RequestService service;
    private final RecordedRequests requests;
    private final LicenseRepository licenses;

    RequestsController(RequestService service, RecordedRequests requests, LicenseRepository licenses) {
        this.service = service;
        this.requests = requests;
        this.licenses = licenses;
    }

    @Operation(
            summary = "Send a request, in the JSON that `licenseflow send` takes",
            description =
                    "The request is recorded and then published, also after an outage of Kafka. The same request id with the same"
                            + " content may be sent again and changes nothing. partnerId is the partner whose key it is, and"
                            + " channel is API.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = LicenseRequest.class))))
    @Problems({400, 403, 404, 409})
    @PostMapping(path = "/api/requests", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> send(
            @AuthenticationPrincipal ApiCaller caller,
            @RequestParam(defaultValue = "0s") @Parameter(description = WAIT) String wait,
            @RequestBody String body) {
        Duration patience = patience(wait);
        Request request = RequestJson.parseRequest(body);
        if (!request.partnerId().equals(caller.partnerId())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "partnerId is not the partner of the API key");
        }
        if (request.channel() != Channel.API) {
            throw PortalProblems.fault("channel: expected API, found " + request.channel());
        }
        if (licenses.isOfAnother(caller.partnerId(), request.customerId())) {
            throw PortalProblems.noSuchCustomer();
        }
        service.sendFor(caller.partnerId(), request);
        return answer(caller, request.customerId(), request.requestId(), patience);
    }

    @Operation(summary = "What became of a request that was sent here")
    @Problems({400, 404})
    @GetMapping("/api/customers/{customerId}/requests/{requestId}")
    ResponseEntity<?> request(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable String customerId,
            @PathVariable String requestId,
            @RequestParam(defaultValue = "0s") @Parameter(description = WAIT) String wait) {
        Duration patience = patience(wait);
        if (requests.isPublished(caller.partnerId(), customerId, requestId).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "The partner has sent no such request");
        }
        return answer(caller, customerId, requestId, patience);
    }

    private ResponseEntity<?> answer(ApiCaller caller, String customerId, String requestId, Duration patience) {
        return service.await(caller.partnerId(), customerId, requestId, patience)
                .match(
                        decided -> ResponseEntity.ok(decided.record()),
                        waiting -> ResponseEntity.accepted()
                                .location(location(customerId, requestId))
                                .body(new NotDecided(waiting.published())));
    }

    private static URI location(String customerId, String requestId) {
        return UriComponentsBuilder.fromPath("/api/customers/{customerId}/requests/{requestId}")
                .encode()
                .buildAndExpand(customerId, requestId)
                .toUri();
    }

    private static Duration patience(String wait) {
        Duration patience;
        try {
            patience = DurationStyle.detectAndParse(wait);
        } catch (IllegalArgumentException wrong) {
            throw PortalProblems.fault("wait: expected a duration such as 2s, found " + wait);
        }
        if (patience.isNegative() || patience.compareTo(LONGEST_WAIT) > 0) {
            throw PortalProblems.fault("wait: expected at most " + LONGEST_WAIT.toSeconds() + "s, found " + wait);
        }
        return patience;
    }
}
