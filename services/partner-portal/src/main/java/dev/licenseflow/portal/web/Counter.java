package dev.licenseflow.portal.web;

import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.portal.account.PortalUser;
import dev.licenseflow.portal.customer.Customer;
import dev.licenseflow.portal.request.RequestIdReusedException;
import dev.licenseflow.portal.request.RequestService;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.web.util.UriComponentsBuilder;

/** Where screens hand in requests: waits a moment for the decision, then leads to the page that tells it. */
class Counter {

    /** How long a click waits for its answer before it says that it is being processed. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final String PERSON = "user-";

    private final RequestService service;

    Counter(RequestService service) {
        this.service = service;
    }

    String send(PortalUser user, Screen screen, Request request) {
        return handIn(user, screen, request, () -> service.send(user, request));
    }

    String register(PortalUser user, Customer customer, Request request) {
        return handIn(user, Screen.CUSTOMERS, request, () -> service.register(user, customer, request));
    }

    static Request request(
            PortalUser user,
            String customerId,
            String requestId,
            Screen screen,
            OptionalLong expectedRevision,
            OptionalLong acceptUpToCents,
            Command command) {
        return new Request(
                requestId,
                customerId,
                user.partnerId(),
                screen.channel(),
                Optional.of(requestedBy(user)),
                expectedRevision,
                acceptUpToCents,
                command);
    }

    /** The person as other systems see it: an opaque id (L3). */
    static String requestedBy(PortalUser user) {
        return PERSON + user.userId();
    }

    /** The person behind such an id; nobody if another program gave it. */
    static Optional<Long> userId(String requestedBy) {
        return Optional.of(requestedBy)
                .filter(id -> id.matches(PERSON + "\\d{1,18}"))
                .map(id -> Long.valueOf(id.substring(PERSON.length())));
    }

    /** Where a request's answer is found. */
    static String page(String customerId, String requestId, Screen screen) {
        return page(customerId, requestId, screen, UriComponentsBuilder.newInstance());
    }

    private static String page(String customerId, String requestId, Screen screen, UriComponentsBuilder page) {
        return page.path("/clientes/{customer}/andamento/{request}")
                .queryParam("tela", screen.key())
                .encode()
                .buildAndExpand(customerId, requestId)
                .toUriString();
    }

    private String handIn(PortalUser user, Screen screen, Request request, Runnable sending) {
        UriComponentsBuilder page = UriComponentsBuilder.newInstance();
        try {
            sending.run();
        } catch (RequestIdReusedException sentBefore) {
            page.queryParam("repetido", "sim");
        }
        service.await(user.partnerId(), request.customerId(), request.requestId(), PATIENCE);
        return "redirect:" + page(request.customerId(), request.requestId(), screen, page);
    }
}
