package dev.licenseflow.portal.web;

import dev.licenseflow.domain.catalog.Product;
import dev.licenseflow.portal.account.PortalUser;
import dev.licenseflow.portal.customer.CustomerRepository;
import dev.licenseflow.portal.customer.TaxId;
import dev.licenseflow.portal.license.CustomerLine;
import dev.licenseflow.portal.license.LicenseView;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.ui.Model;

/** The form of a customer that begins, and the page on which it is confirmed. */
class StartPages {

    private final CustomerRepository customers;
    private final Phrasebook phrasebook;
    private final PreviewTotals totals;

    StartPages(CustomerRepository customers, Phrasebook phrasebook, PreviewTotals totals) {
        this.customers = customers;
        this.phrasebook = phrasebook;
        this.totals = totals;
    }

    StartForm emptyForm(Start start) {
        return StartForm.empty(system(start));
    }

    StartForm read(Start start, Map<String, String> parameters) {
        StartForm form = StartForm.read(parameters, system(start));
        StartForm fixed = start.system()
                .map(system -> new StartForm(form.name(), form.taxId(), system, form.renewalMethod(), form.licenses()))
                .orElse(form);
        return fixed.offeredBy(phrasebook.shelf());
    }

    /** What is wrong with the form itself; a customer that exists has its data already. */
    Map<String, String> faults(PortalUser user, Start start, StartForm form) {
        if (!start.isNew()) {
            return Map.of();
        }
        Map<String, String> faults = new LinkedHashMap<>(form.faults());
        TaxId.parse(form.taxId())
                .filter(taxId -> customers.isTaxIdTaken(user.partnerId(), taxId))
                .ifPresent(taken -> faults.put("documento", "fault.taxid.taken"));
        return faults;
    }

    /** The form as it was, with what is wrong about it. */
    static String checkedForm(Start start, StartForm form) {
        return start.path() + "?pedido=" + form.requestId() + "&conferido=sim";
    }

    /**
     * Where somebody finds what has become of a form that was confirmed, as who comes back by the browser's button.
     *
     * @return empty while the customer can still begin
     */
    Optional<String> whereItIsNow(PortalUser user, Start start, Optional<StartForm> form) {
        if (!start.isPossible()) {
            return start.line().map(line -> "/clientes/" + line.customer().customerId() + "/historico");
        }
        if (!start.isNew() || form.isEmpty()) {
            return Optional.empty();
        }
        return customers
                .find(user.partnerId(), start.customerId(user, form.get()))
                .map(customer -> Counter.page(customer.customerId(), form.get().requestId(), Screen.CUSTOMERS));
    }

    PreviewTotals.Answer totals(PortalUser user, Start start, StartForm form) {
        return totals.of(
                start.request(user, form, LicenseForm.newRequestId(), OptionalLong.empty()),
                form.system(),
                form.wanted());
    }

    String form(PortalUser user, Start start, StartForm form, Map<String, String> faults, Model model) {
        fill(start, form, model);
        model.addAttribute("faults", faults);
        model.addAttribute("totals", totals(user, start, form));
        return "start";
    }

    String products(Start start, StartForm form, Model model) {
        fill(start, form, model);
        return "start :: products";
    }

    String confirmation(Start start, StartForm form, PreviewTotals.Answer answer, Model model) {
        fill(start, form, model);
        model.addAttribute("totals", answer);
        return "start-confirm";
    }

    private void fill(Start start, StartForm form, Model model) {
        Shelf shelf = phrasebook.shelf();
        model.addAttribute("start", start);
        model.addAttribute("form", form);
        model.addAttribute("systems", shelf.systems());
        model.addAttribute("products", shelf.rows(form.system(), Optional.empty(), form.wanted()));
        model.addAttribute("elsewhere", shelf.elsewhere(form.system()));
    }

    private String system(Start start) {
        return start.line()
                .flatMap(CustomerLine::licenses)
                .map(LicenseView::system)
                .orElseGet(() -> phrasebook.shelf().systems().stream()
                        .findFirst()
                        .map(Product::code)
                        .orElse(""));
    }
}
