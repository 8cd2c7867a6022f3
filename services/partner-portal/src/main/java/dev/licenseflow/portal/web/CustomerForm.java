package dev.licenseflow.portal.web;

import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.portal.customer.Customer;
import dev.licenseflow.portal.customer.TaxId;
import dev.licenseflow.portal.license.LicenseView;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a person entered of a customer: in a registration, or in Editar.
 *
 * @param licenses the add-ons, and the id of the request
 */
public record CustomerForm(
        String name, String taxId, String contact, String system, RenewalMethod renewalMethod, LicenseForm licenses) {

    /**
     * A customer that is edited.
     *
     * @param system the one that is chosen
     * @param wanted the numbers that replace the customer's own
     */
    static CustomerForm of(Customer customer, LicenseView licenses, String system, Map<String, Integer> wanted) {
        return new CustomerForm(
                customer.name(),
                customer.taxId().map(TaxId::formatted).orElse(""),
                customer.contact(),
                system,
                licenses.renewalMethod(),
                LicenseForm.empty().with(wanted));
    }

    static CustomerForm empty(String system) {
        return new CustomerForm("", "", "", system, RenewalMethod.MANUAL, LicenseForm.empty());
    }

    static CustomerForm read(Map<String, String> parameters, String system, LicenseForm licenses) {
        return new CustomerForm(
                parameters.getOrDefault("nome", "").strip(),
                parameters.getOrDefault("documento", "").strip(),
                parameters.getOrDefault("contato", "").strip(),
                system,
                parameters.getOrDefault("metodo", "").equals(RenewalMethod.MANAGED_BILLING.name())
                        ? RenewalMethod.MANAGED_BILLING
                        : RenewalMethod.MANUAL,
                licenses);
    }

    /** Whether the person has changed name, tax id or contact. */
    boolean changes(Customer customer) {
        return !name.equals(customer.name())
                || !contact.equals(customer.contact())
                || !TaxId.parse(taxId).equals(customer.taxId())
                || (!taxId.isEmpty() && TaxId.parse(taxId).isEmpty());
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
