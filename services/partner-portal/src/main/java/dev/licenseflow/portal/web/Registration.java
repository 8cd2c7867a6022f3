package dev.licenseflow.portal.web;

import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.portal.account.PortalUser;
import dev.licenseflow.portal.customer.Customer;
import dev.licenseflow.portal.customer.TaxId;
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
    String customerId(RegistrationForm form) {
        return line.map(known -> known.customer().customerId())
                .orElseGet(() -> UUID.nameUUIDFromBytes(
                                (user.partnerId() + '/' + form.requestId()).getBytes(StandardCharsets.UTF_8))
                        .toString());
    }

    Request request(RegistrationForm form, String requestId, OptionalLong acceptUpToCents) {
        Command command = isReactivation()
                ? new Command.Reactivate(Optional.empty(), form.licenses().items())
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
     * What a person entered for a registration.
     *
     * @param licenses the add-ons, and the id of the request
     */
    public record RegistrationForm(
            String name,
            String taxId,
            String contact,
            String system,
            RenewalMethod renewalMethod,
            LicenseForm licenses) {

        static RegistrationForm empty(String system) {
            return new RegistrationForm("", "", "", system, RenewalMethod.MANUAL, LicenseForm.empty());
        }

        static RegistrationForm read(Map<String, String> parameters, String system, LicenseForm licenses) {
            return new RegistrationForm(
                    parameters.getOrDefault("nome", "").strip(),
                    parameters.getOrDefault("documento", "").strip(),
                    parameters.getOrDefault("contato", "").strip(),
                    system,
                    parameters.getOrDefault("metodo", "").equals(RenewalMethod.MANAGED_BILLING.name())
                            ? RenewalMethod.MANAGED_BILLING
                            : RenewalMethod.MANUAL,
                    licenses);
        }

        /** What is wrong with the customer's own data: a message key per field, in the order of the fields. */
        Map<String, String> faults() {
            Map<String, String> faults = new LinkedHashMap<>();
            if (name.isEmpty()) {
                faults.put("nome", "fault.name.missing");
            } else if (name.length() > Customer.LONGEST_NAME) {
                faults.put("nome", "fault.name.long");
            }
            if (TaxId.parse(taxId).isEmpty()) {
                faults.put("documento", taxId.isEmpty() ? "fault.taxid.missing" : "fault.taxid.wrong");
            }
            if (contact.length() > Customer.LONGEST_CONTACT) {
                faults.put("contato", "fault.contact.long");
            }
            return faults;
        }

        public String requestId() {
            return licenses.requestId();
        }

        public Map<String, Integer> wanted() {
            return licenses.wanted();
        }
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

        private final Map<String, RegistrationForm> forms = new LinkedHashMap<>();

        synchronized void keep(Registration registration, RegistrationForm form) {
            String key = key(registration, form.requestId());
            forms.remove(key);
            forms.put(key, form);
            if (forms.size() > MOST) {
                forms.remove(forms.keySet().iterator().next());
            }
        }

        synchronized Optional<RegistrationForm> find(Registration registration, String requestId) {
            return Optional.ofNullable(forms.get(key(registration, requestId)));
        }

        private static String key(Registration registration, String requestId) {
            return registration.path() + ' ' + requestId;
        }
    }
}
