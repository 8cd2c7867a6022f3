package dev.licenseflow.portal.web;

import dev.licenseflow.domain.catalog.Product;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.portal.account.PortalUser;
import dev.licenseflow.portal.customer.Customer;
import dev.licenseflow.portal.customer.CustomerRepository;
import dev.licenseflow.portal.customer.TaxId;
import dev.licenseflow.portal.customer.TaxIdTakenException;
import dev.licenseflow.portal.web.PreviewTotals.Totals;
import dev.licenseflow.portal.web.Registration.UnconfirmedRegistrations;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** + Novo cliente and Reativar: the form, and the page on which it is confirmed before it is sent (K2). */
@Controller
@RequestMapping({"/clientes/novo", "/clientes/{customerId}/reativar"})
class RegistrationController {

    private final CustomerViews views;
    private final CustomerRepository customers;
    private final OfferedProducts products;
    private final PreviewTotals totals;
    private final RequestSubmission submission;
    private final UnconfirmedRegistrations unconfirmed;
    private final Clock clock;

    RegistrationController(
            CustomerViews views,
            CustomerRepository customers,
            OfferedProducts products,
            PreviewTotals totals,
            RequestSubmission submission,
            UnconfirmedRegistrations unconfirmed,
            Clock clock) {
        this.views = views;
        this.customers = customers;
        this.products = products;
        this.totals = totals;
        this.submission = submission;
        this.unconfirmed = unconfirmed;
        this.clock = clock;
    }

    /** In any status of the customer: a registration that is confirmed twice finds an active customer the second time. */
    @ModelAttribute
    Registration registration(@SignedIn PortalUser user, @PathVariable(required = false) @Nullable String customerId) {
        return new Registration(user, Optional.ofNullable(customerId).map(id -> views.find(user, id)));
    }

    /**
     * The form, empty or as it was.
     *
     * @param requestId of the form that was entered before
     * @param checked whether to show what is wrong with it
     */
    @GetMapping
    String form(
            Registration registration,
            @RequestParam(name = "pedido", defaultValue = "") String requestId,
            @RequestParam(name = "conferido", required = false) @Nullable String checked,
            Model model) {
        Optional<CustomerForm> kept = unconfirmed.find(registration, requestId);
        Optional<String> sent = pageOfSent(registration, kept);
        if (sent.isPresent()) {
            return "redirect:" + sent.get();
        }
        CustomerForm form = kept.orElseGet(() -> CustomerForm.empty(system(registration, Map.of())));
        fill(form, model);
        model.addAttribute("faults", checked == null ? Map.of() : faults(registration, form));
        model.addAttribute("totals", totals(registration, form));
        return "registration";
    }

    @PostMapping("/produtos")
    String products(Registration registration, @RequestParam Map<String, String> parameters, Model model) {
        fill(read(registration, parameters), model);
        return "registration :: products";
    }

    @PostMapping("/previa")
    String preview(Registration registration, @RequestParam Map<String, String> parameters, Model model) {
        model.addAttribute("totals", totals(registration, read(registration, parameters)));
        return "fragments :: totals";
    }

    /** Salvar: leads to the confirmation, which leads back if something is wrong. */
    @PostMapping
    String save(Registration registration, @RequestParam Map<String, String> parameters) {
        CustomerForm form = read(registration, parameters);
        unconfirmed.keep(registration, form);
        String page = parameters.containsKey("voltar") ? "" : "/confirmar";
        return "redirect:" + registration.path() + page + "?pedido=" + form.requestId();
    }

    @GetMapping("/confirmar")
    String confirmation(
            Registration registration,
            @RequestParam(name = "pedido", defaultValue = "") String requestId,
            Model model) {
        Optional<CustomerForm> kept = unconfirmed.find(registration, requestId);
        Optional<String> sent = pageOfSent(registration, kept);
        if (sent.isPresent() || kept.isEmpty()) {
            return "redirect:" + sent.orElse(registration.path());
        }
        CustomerForm form = kept.get();
        Totals preview = totals(registration, form);
        if (!preview.reasons().isEmpty() || !faults(registration, form).isEmpty()) {
            return redirectToFaults(registration, form);
        }
        fill(form, model);
        model.addAttribute("totals", preview);
        return "registration-confirm";
    }

    /** @param upToCents the amount that was confirmed; absent if it was not known */
    @PostMapping("/confirmar")
    String confirm(
            Registration registration,
            @RequestParam(name = "valor", required = false) @Nullable Long upToCents,
            @RequestParam Map<String, String> parameters) {
        CustomerForm form = read(registration, parameters);
        OptionalLong accepted = upToCents == null ? OptionalLong.empty() : OptionalLong.of(upToCents);
        Request request = registration.request(form, form.requestId(), accepted);
        if (!registration.isNew()
                || customers.find(request.partnerId(), request.customerId()).isPresent()) {
            return submission.send(registration.user(), Screen.CUSTOMERS, request);
        }
        if (faults(registration, form).isEmpty()) {
            try {
                return submission.register(registration.user(), customer(form, request), request);
            } catch (TaxIdTakenException meanwhile) {
                // The form shows it, like any other fault.
            }
        }
        unconfirmed.keep(registration, form);
        return redirectToFaults(registration, form);
    }

    private Customer customer(CustomerForm form, Request request) {
        return new Customer(
                request.customerId(),
                request.partnerId(),
                form.name(),
                TaxId.parse(form.taxId()),
                form.contact(),
                clock.instant());
    }

    private static String redirectToFaults(Registration registration, CustomerForm form) {
        return "redirect:" + registration.path() + "?pedido=" + form.requestId() + "&conferido=sim";
    }

    /**
     * The page that shows what became of a form that was confirmed, for a person who returns to it.
     *
     * @return empty while the customer can still be registered
     */
    private Optional<String> pageOfSent(Registration registration, Optional<CustomerForm> form) {
        if (!registration.isPossible()) {
            return registration
                    .line()
                    .map(line -> "/clientes/" + line.customer().customerId() + "/historico");
        }
        return form.filter(kept -> registration.isNew())
                .flatMap(kept -> customers
                        .find(registration.user().partnerId(), registration.customerId(kept))
                        .map(known -> RequestSubmission.page(known.customerId(), kept.requestId(), Screen.CUSTOMERS)));
    }

    /** The form without the add-ons that the chosen system does not allow; they are not on the page either. */
    private CustomerForm read(Registration registration, Map<String, String> parameters) {
        String system = system(registration, parameters);
        LicenseForm licenses = LicenseForm.read(parameters).only(code -> products.offers(system, code));
        return CustomerForm.read(parameters, system, licenses);
    }

    private String system(Registration registration, Map<String, String> parameters) {
        String chosen = parameters.getOrDefault("produto", "");
        if (!chosen.isEmpty()) {
            return chosen;
        }
        return registration
                .system()
                .or(() -> products.systems().stream().map(Product::code).findFirst())
                .orElse("");
    }

    /** What is wrong with the form; a customer that exists has its data already. */
    private Map<String, String> faults(Registration registration, CustomerForm form) {
        if (!registration.isNew()) {
            return Map.of();
        }
        Map<String, String> faults = form.faults();
        TaxId.parse(form.taxId())
                .filter(taxId ->
                        customers.isTaxIdTaken(registration.user().partnerId(), registration.customerId(form), taxId))
                .ifPresent(taken -> faults.put("documento", "fault.taxid.taken"));
        return faults;
    }

    private Totals totals(Registration registration, CustomerForm form) {
        Request request = registration.request(form, LicenseForm.newRequestId(), OptionalLong.empty());
        return totals.of(request, form.system(), form.wanted());
    }

    private void fill(CustomerForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("systems", products.systems());
        model.addAttribute("products", products.rows(form.system(), Optional.empty(), form.wanted()));
        model.addAttribute("elsewhere", products.elsewhere(form.system()));
    }
}
