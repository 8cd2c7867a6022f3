package dev.licenseflow.portal.api;

import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.messaging.json.RecordJson;
import dev.licenseflow.messaging.json.RequestJson;
import dev.licenseflow.messaging.mapping.decision.DecisionMapper;
import dev.licenseflow.portal.account.ApiCaller;
import dev.licenseflow.portal.license.LicenseRepository;
import dev.licenseflow.portal.request.RecordedRequests;
import dev.licenseflow.portal.request.RequestService;
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
import org.springframework.web.util.UriComponentsBuilder;

/** Takes requests of partners' programs, in the JSON that {@code licenseflow send} takes. */
@RestController
class RequestsController {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final RequestService service;
    private final RecordedRequests requests;
    private final LicenseRepository licenses;
    private final RecordJson json;

    RequestsController(
            RequestService service, RecordedRequests requests, LicenseRepository licenses, BusinessCalendar calendar) {
        this.service = service;
        this.requests = requests;
        this.licenses = licenses;
        this.json = new RecordJson(calendar.zone());
    }

    @PostMapping(path = "/api/requests", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> send(
            @AuthenticationPrincipal ApiCaller caller,
            @RequestParam(defaultValue = "0s") String wait,
            @RequestBody String body) {
        Duration patience = patience(wait);
        Request request = RequestJson.parseRequest(body);
        if (!request.partnerId().equals(caller.partnerId())) {
            throw new ApiProblem(HttpStatus.FORBIDDEN, "partnerId is not the partner of the API key");
        }
        if (licenses.isOfAnother(caller.partnerId(), request.customerId())) {
            throw ApiProblem.noSuchCustomer();
        }
        service.sendFor(caller.partnerId(), request);
        return answer(caller, request.customerId(), request.requestId(), patience);
    }

    @GetMapping("/api/customers/{customerId}/requests/{requestId}")
    ResponseEntity<String> request(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable String customerId,
            @PathVariable String requestId,
            @RequestParam(defaultValue = "0s") String wait) {
        Duration patience = patience(wait);
        if (requests.isPublished(caller.partnerId(), customerId, requestId).isEmpty()) {
            throw new ApiProblem(HttpStatus.NOT_FOUND, "The partner has sent no such request");
        }
        return answer(caller, customerId, requestId, patience);
    }

    private ResponseEntity<String> answer(ApiCaller caller, String customerId, String requestId, Duration patience) {
        RequestService.Answer answer = service.await(caller.partnerId(), customerId, requestId, patience);
        return answer.match(
                decided -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(json.write(DecisionMapper.toAvro(decided.decision()))),
                waiting -> ResponseEntity.accepted()
                        .location(location(customerId, requestId))
                        .contentType(MediaType.APPLICATION_JSON)
                        .body("{\"published\":" + waiting.published() + "}"));
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
            throw new ApiProblem(HttpStatus.BAD_REQUEST, "wait: expected a duration such as 2s, found " + wait);
        }
        if (patience.isNegative() || patience.compareTo(LONGEST_WAIT) > 0) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST, "wait: expected at most " + LONGEST_WAIT.toSeconds() + "s, found " + wait);
        }
        return patience;
    }
}
