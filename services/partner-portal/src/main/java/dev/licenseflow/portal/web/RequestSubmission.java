package dev.licenseflow.portal.web;

import dev.licenseflow.domain.request.Request;
import dev.licenseflow.portal.account.PortalUser;
import dev.licenseflow.portal.customer.Customer;
import dev.licenseflow.portal.request.RequestIdReusedException;
import dev.licenseflow.portal.request.RequestService;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Sends the requests of the screens, waits a moment for the decision, and redirects to the page that shows it. */
@Component
class RequestSubmission {

    /** How long a click waits for the decision before the page says that the request is being processed. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private static final String PERSON = "user-";

    private final RequestService service;

    RequestSubmission(RequestService service) {
        this.service = service;
    }

    String send(PortalUser user, Screen screen, Request request) {
        return submit(user, screen, request, () -> service.send(user, request));
    }

    /** Sends a request that another one follows, whose answer is the one to show. */
    void sendBefore(PortalUser user, Request request) {
        try {
            service.send(user, request);
        } catch (RequestIdReusedException sentBefore) {
            // The first time counts; the answer to the request that follows says so.
        }
    }

    String register(PortalUser user, Customer customer, Request request) {
        return submit(user, Screen.CUSTOMERS, request, () -> service.register(user, customer, request));
    }

    /** The person as other systems see it: an opaque id (L3). */
    static String requestedBy(PortalUser user) {
        return PERSON + user.userId();
    }

    /** The person behind such an id; nobody if another program gave it. */
    static Optional<Long> userId(String requestedBy) {
        return requestedBy.matches(PERSON + "\\d{1,18}")
                ? Optional.of(Long.valueOf(requestedBy.substring(PERSON.length())))
                : Optional.empty();
    }

    /** The page that shows what became of a request. */
    static String page(String customerId, String requestId, Screen screen) {
        return UriComponentsBuilder.fromPath("/clientes/{customer}/andamento/{request}")
                .queryParam("tela", screen.key())
                .encode()
                .buildAndExpand(customerId, requestId)
                .toUriString();
    }

    private String submit(PortalUser user, Screen screen, Request request, Runnable sending) {
        String page = page(request.customerId(), request.requestId(), screen);
        try {
            sending.run();
        } catch (RequestIdReusedException sentBefore) {
            page += "&repetido=sim";
        }
        service.await(user.partnerId(), request.customerId(), request.requestId(), LONGEST_WAIT);
        return "redirect:" + page;
    }
}
