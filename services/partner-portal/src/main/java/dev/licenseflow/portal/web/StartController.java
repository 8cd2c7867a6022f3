package dev.licenseflow.portal.web;

import dev.licenseflow.domain.request.Request;
import dev.licenseflow.portal.account.PortalUser;
import dev.licenseflow.portal.customer.Customer;
import dev.licenseflow.portal.customer.Customers;
import dev.licenseflow.portal.customer.TaxId;
import dev.licenseflow.portal.customer.TaxIdTakenException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** + Novo cliente and Reativar: form, confirmation, request (K2). */
@Controller
class StartController {

    private static final String NEW = "/clientes/novo";
    private static final String AGAIN = "/clientes/{customerId}/reativar";

    private final Dossiers dossiers;
    private final Customers customers;
    private final StartPages pages;
    private final Counter counter;
    private final Phrasebook phrasebook;

    StartController(Dossiers dossiers, Customers customers, StartPages pages, Counter counter, Phrasebook phrasebook) {
        this.dossiers = dossiers;
        this.customers = customers;
        this.pages = pages;
        this.counter = counter;
        this.phrasebook = phrasebook;
    }

    @GetMapping({NEW, AGAIN})
    String form(@SignedIn PortalUser user, @PathVariable(required = false) @Nullable String customerId, Model model) {
        Start start = start(user, customerId);
        return pages.form(user, start, pages.emptyForm(start), Map.of(), model);
    }

    @PostMapping({NEW + "/produtos", AGAIN + "/produtos"})
    String products(
            @SignedIn PortalUser user,
            @PathVariable(required = false) @Nullable String customerId,
            @RequestParam Map<String, String> parameters,
            Model model) {
        Start start = start(user, customerId);
        return pages.products(start, pages.read(start, parameters), model);
    }

    @PostMapping({NEW + "/previa", AGAIN + "/previa"})
    String preview(
            @SignedIn PortalUser user,
            @PathVariable(required = false) @Nullable String customerId,
            @RequestParam Map<String, String> parameters,
            Model model) {
        Start start = start(user, customerId);
        model.addAttribute("totals", pages.totals(user, start, pages.read(start, parameters)));
        return "fragments :: totals";
    }

    @PostMapping({NEW, AGAIN})
    String check(
            @SignedIn PortalUser user,
            @PathVariable(required = false) @Nullable String customerId,
            @RequestParam Map<String, String> parameters,
            Model model) {
        Start start = start(user, customerId);
        StartForm form = pages.read(start, parameters);
        if (parameters.containsKey("voltar")) {
            return pages.form(user, start, form, Map.of(), model);
        }
        Map<String, String> faults = pages.faults(user, start, form);
        Totals.Answer answer = pages.totals(user, start, form);
        return faults.isEmpty() && answer.reasons().isEmpty()
                ? pages.confirmation(start, form, answer, model)
                : pages.form(user, start, form, faults, model);
    }

    /** @param upToCents the amount that was confirmed; absent if it could not be told */
    @PostMapping({NEW + "/confirmar", AGAIN + "/confirmar"})
    String confirm(
            @SignedIn PortalUser user,
            @PathVariable(required = false) @Nullable String customerId,
            @RequestParam(name = "valor", required = false) @Nullable Long upToCents,
            @RequestParam Map<String, String> parameters,
            Model model) {
        Start start = known(user, customerId);
        StartForm form = pages.read(start, parameters);
        OptionalLong accepted = upToCents == null ? OptionalLong.empty() : OptionalLong.of(upToCents);
        Request request = start.request(user, form, form.requestId(), accepted);
        if (!start.isNew()
                || customers.find(user.partnerId(), request.customerId()).isPresent()) {
            return counter.send(user, Screen.CUSTOMERS, request);
        }
        Map<String, String> faults = pages.faults(user, start, form);
        if (faults.isEmpty()) {
            try {
                return counter.register(user, customer(user, form, request), request);
            } catch (TaxIdTakenException meanwhile) {
                faults = StartPages.TAX_ID_TAKEN;
            }
        }
        return pages.form(user, start, form, faults, model);
    }

    private Customer customer(PortalUser user, StartForm form, Request request) {
        TaxId taxId = TaxId.parse(form.taxId()).orElseThrow();
        return new Customer(request.customerId(), user.partnerId(), form.name(), taxId, phrasebook.now());
    }

    /** The customer in any status: one that was confirmed twice is active the second time. */
    private Start known(PortalUser user, @Nullable String customerId) {
        return new Start(Optional.ofNullable(customerId).map(id -> dossiers.customer(user.partnerId(), id)));
    }

    private Start start(PortalUser user, @Nullable String customerId) {
        Start start = known(user, customerId);
        if (!start.isPossible()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "The customer is active");
        }
        return start;
    }
}
