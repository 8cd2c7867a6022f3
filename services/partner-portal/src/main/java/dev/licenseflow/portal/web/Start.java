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
 * A customer that begins, with what tells the three cases apart: a new one, one whose registration was refused, and one
 * that comes back.
 *
 * @param line the customer, unless it is new
 */
public record Start(Optional<CustomerLine> line) {

    public boolean isNew() {
        return line.isEmpty();
    }

    /** Whether the customer has licenses, and with them a system that stays as it is (R4). */
    public boolean isReturn() {
        return line.flatMap(CustomerLine::licenses).isPresent();
    }

    boolean isPossible() {
        return line.map(CustomerLine::status)
                .filter(status -> status != CustomerStatus.INACTIVE && status != CustomerStatus.PENDING)
                .isEmpty();
    }

    public String path() {
        return line.map(one -> "/clientes/" + one.customer().customerId() + "/reativar")
                .orElse("/clientes/novo");
    }

    /** Its key in the message bundles. */
    public String key() {
        if (isReturn()) {
            return "start.return";
        }
        return isNew() ? "start.new" : "start.again";
    }

    /** The system that cannot be chosen any more. */
    Optional<String> system() {
        return line.flatMap(CustomerLine::licenses).map(LicenseView::system);
    }

    /** The customer's id; of a new one it follows from the request, so that a form makes one customer only. */
    String customerId(PortalUser user, StartForm form) {
        return line.map(one -> one.customer().customerId())
                .orElseGet(() -> UUID.nameUUIDFromBytes(
                                (user.partnerId() + '/' + form.requestId()).getBytes(StandardCharsets.UTF_8))
                        .toString());
    }

    Request request(PortalUser user, StartForm form, String requestId, OptionalLong acceptUpToCents) {
        Command command = isReturn()
                ? new Command.Reactivate(form.licenses().items())
                : new Command.RegisterCustomer(
                        form.system(), form.renewalMethod(), form.licenses().items());
        return Counter.request(
                user,
                customerId(user, form),
                requestId,
                Screen.CUSTOMERS,
                OptionalLong.empty(),
                acceptUpToCents,
                command);
    }
}
