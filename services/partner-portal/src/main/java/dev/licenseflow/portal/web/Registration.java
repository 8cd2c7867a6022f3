package dev.licenseflow.portal.web;

import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.portal.account.PortalUser;
import dev.licenseflow.portal.license.CustomerLine;
import dev.licenseflow.portal.license.CustomerStatus;
import dev.licenseflow.portal.license.LicenseView;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.SessionScope;

/**
 * The registration of a new customer, of one whose registration was refused, or the reactivation of an inactive one.
 *
 * @param user who registers the customer
 * @param line the customer, unless it is new
 */
public record Registration(PortalUser user, Optional<CustomerLine> line) {

    public boolean isNew() {
        return line.isEmpty();
    }

    /** Whether the customer had licenses, which come back with the same system or another one (R4, R9). */
    public boolean isReactivation() {
        return system().isPresent();
    }

    boolean isPossible() {
        return line.map(CustomerLine::status)
                .map(status -> status == CustomerStatus.INACTIVE || status == CustomerStatus.PENDING)
                .orElse(true);
    }

    public String path() {
        return line.map(known -> "/clientes/" + known.customer().customerId() + "/reativar")
                .orElse("/clientes/novo");
    }

    /** The key of the title in the message files. */
    public String key() {
        if (isReactivation()) {
            return "registration.reactivation";
        }
        return isNew() ? "registration.new" : "registration.again";
    }

    /** The system that the customer had. */
    Optional<String> system() {
        return line.flatMap(CustomerLine::licenses).map(LicenseView::system);
    }

    /** The customer's id; the id of a new one follows from the request, so that a form makes one customer only. */
    String customerId(CustomerForm form) {
        return line.map(known -> known.customer().customerId())
                .orElseGet(() -> UUID.nameUUIDFromBytes(
                                (user.partnerId() + '/' + form.requestId()).getBytes(StandardCharsets.UTF_8))
                        .toString());
    }

    Request request(CustomerForm form, String requestId, OptionalLong acceptUpToCents) {
        Command command = isReactivation()
                ? new Command.Reactivate(
                        Optional.of(form.system()), form.licenses().items())
                : new Command.RegisterCustomer(
                        form.system(), form.renewalMethod(), form.licenses().items());
        return new Request(
                requestId,
                customerId(form),
                user.partnerId(),
                Screen.CUSTOMERS.channel(),
                Optional.of(RequestSubmission.requestedBy(user)),
                OptionalLong.empty(),
                acceptUpToCents,
                command);
    }

    /**
     * The forms of a session that are not confirmed yet. They are kept here, and not in a page that answers a form, so that a reload
     * and the browser's Back button do not send a form again.
     */
    @Component
    @SessionScope
    static class UnconfirmedRegistrations {

        /** More than anybody fills in at a time. */
        private static final int MOST = 20;

        private final Map<String, CustomerForm> forms = new LinkedHashMap<>();

        synchronized void keep(Registration registration, CustomerForm form) {
            String key = key(registration, form.requestId());
            forms.remove(key);
            forms.put(key, form);
            if (forms.size() > MOST) {
                forms.remove(forms.keySet().iterator().next());
            }
        }

        synchronized Optional<CustomerForm> find(Registration registration, String requestId) {
            return Optional.ofNullable(forms.get(key(registration, requestId)));
        }

        private static String key(Registration registration, String requestId) {
            return registration.path() + ' ' + requestId;
        }
    }
}
