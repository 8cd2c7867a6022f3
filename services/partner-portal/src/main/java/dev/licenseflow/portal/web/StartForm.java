package dev.licenseflow.portal.web;

import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.portal.customer.Customer;
import dev.licenseflow.portal.customer.TaxId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a person entered for a customer that begins, or begins anew.
 *
 * @param licenses its add-ons, and the id of the request
 */
public record StartForm(String name, String taxId, String system, RenewalMethod renewalMethod, LicenseForm licenses) {

    static StartForm empty(String system) {
        return new StartForm("", "", system, RenewalMethod.MANUAL, LicenseForm.empty());
    }

    static StartForm read(Map<String, String> parameters, String system) {
        return new StartForm(
                parameters.getOrDefault("nome", "").strip(),
                parameters.getOrDefault("documento", "").strip(),
                parameters.getOrDefault("produto", system),
                parameters.getOrDefault("metodo", "").equals(RenewalMethod.MANAGED_BILLING.name())
                        ? RenewalMethod.MANAGED_BILLING
                        : RenewalMethod.MANUAL,
                LicenseForm.read(parameters));
    }

    /** Without the add-ons that cannot be had with the chosen system; the form does not show them. */
    StartForm offeredBy(Shelf shelf) {
        return new StartForm(name, taxId, system, renewalMethod, licenses.only(code -> shelf.offers(system, code)));
    }

    /** What is wrong with the customer's own data: the key of a text by field, in the order of the fields. */
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
        return faults;
    }

    public String requestId() {
        return licenses.requestId();
    }

    public Map<String, Integer> wanted() {
        return licenses.wanted();
    }
}
