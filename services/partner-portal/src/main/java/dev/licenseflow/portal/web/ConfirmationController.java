package dev.licenseflow.portal.web;

import dev.licenseflow.domain.request.Request;
import dev.licenseflow.portal.account.PortalUser;
import dev.licenseflow.portal.customer.Customer;
import dev.licenseflow.portal.customer.CustomerRepository;
import dev.licenseflow.portal.customer.TaxId;
import dev.licenseflow.portal.customer.TaxIdTakenException;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which a customer's beginning is confirmed, and the request that follows (K2). */
@Controller
class ConfirmationController {

    private static final String CONFIRM = "/confirmar";

    private final Dossiers dossiers;
    private final CustomerRepository customers;
    private final StartPages pages;
    private final Counter counter;
    private final Phrasebook phrasebook;

    ConfirmationController(
            Dossiers dossiers, CustomerRepository customers, StartPages pages, Counter counter, Phrasebook phrasebook) {
        this.dossiers = dossiers;
        this.customers = customers;
        this.pages = pages;
        this.counter = counter;
        this.phrasebook = phrasebook;
    }

    static String page(Start start, StartForm form) {
        return start.path() + CONFIRM + "?pedido=" + form.requestId();
    }

    @GetMapping({StartController.NEW + CONFIRM, StartController.AGAIN + CONFIRM})
    String show(
            @SignedIn PortalUser user,
            @PathVariable(required = false) @Nullable String customerId,
            @RequestParam(name = "pedido", defaultValue = "") String draft,
            HttpSession session,
            Model model) {
        Start start = dossiers.start(user.partnerId(), customerId);
        Optional<StartForm> kept = Drafts.of(session).find(start, draft);
        Optional<String> elsewhere = pages.whereItIsNow(user, start, kept);
        if (elsewhere.isPresent() || kept.isEmpty()) {
            return "redirect:" + elsewhere.orElse(start.path());
        }
        StartForm form = kept.get();
        PreviewTotals.Answer totals = pages.totals(user, start, form);
        return pages.faults(user, start, form).isEmpty() && totals.reasons().isEmpty()
                ? pages.confirmation(start, form, totals, model)
                : "redirect:" + StartPages.checkedForm(start, form);
    }

    /** @param upToCents the amount that was confirmed; absent if it could not be told */
    @PostMapping({StartController.NEW + CONFIRM, StartController.AGAIN + CONFIRM})
    String confirm(
            @SignedIn PortalUser user,
            @PathVariable(required = false) @Nullable String customerId,
            @RequestParam(name = "valor", required = false) @Nullable Long upToCents,
            @RequestParam Map<String, String> parameters,
            HttpSession session) {
        Start start = dossiers.start(user.partnerId(), customerId);
        StartForm form = pages.read(start, parameters);
        OptionalLong accepted = upToCents == null ? OptionalLong.empty() : OptionalLong.of(upToCents);
        Request request = start.request(user, form, form.requestId(), accepted);
        if (!start.isNew()
                || customers.find(user.partnerId(), request.customerId()).isPresent()) {
            return counter.send(user, Screen.CUSTOMERS, request);
        }
        if (pages.faults(user, start, form).isEmpty()) {
            try {
                return counter.register(user, customer(user, form, request), request);
            } catch (TaxIdTakenException meanwhile) {
                // The form says so, like any other fault.
            }
        }
        Drafts.of(session).keep(start, form);
        return "redirect:" + StartPages.checkedForm(start, form);
    }

    private Customer customer(PortalUser user, StartForm form, Request request) {
        TaxId taxId = TaxId.parse(form.taxId()).orElseThrow();
        return new Customer(request.customerId(), user.partnerId(), form.name(), taxId, phrasebook.now());
    }
}
