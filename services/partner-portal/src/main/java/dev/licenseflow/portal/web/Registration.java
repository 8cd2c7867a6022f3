package dev.licenseflow.portal.web;

import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.portal.account.PortalUser;
import dev.licenseflow.portal.license.CustomerLine;
import dev.licenseflow.portal.license.CustomerStatus;
import dev.licenseflow.portal.license.LicenseView;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * The registration of a new customer, of one whose registration was refused, or the reactivation of an inactive one.
 *
 * @param line the customer, unless it is new
 */
public record Registration(Optional<CustomerLine> line) {

    public boolean isNew() {
        return line.isEmpty();
    }

    /** Whether the customer has licenses, and with them a system that stays as it is (R4). */
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

    /** The system that cannot be chosen any more. */
    Optional<String> system() {
        return line.flatMap(CustomerLine::licenses).map(LicenseView::system);
    }

    /** The customer's id; the id of a new one follows from the request, so that a form makes one customer only. */
    String customerId(PortalUser user, RegistrationForm form) {
        return line.map(known -> known.customer().customerId())
                .orElseGet(() -> UUID.nameUUIDFromBytes(
                                (user.partnerId() + '/' + form.requestId()).getBytes(StandardCharsets.UTF_8))
                        .toString());
    }

    Request request(PortalUser user, RegistrationForm form, String requestId, OptionalLong acceptUpToCents) {
        Command command = isReactivation()
                ? new Command.Reactivate(form.licenses().items())
                : new Command.RegisterCustomer(
                        form.system(), form.renewalMethod(), form.licenses().items());
        return RequestSubmission.request(
                user,
                customerId(user, form),
                requestId,
                Screen.CUSTOMERS,
                OptionalLong.empty(),
                acceptUpToCents,
                command);
    }
}
