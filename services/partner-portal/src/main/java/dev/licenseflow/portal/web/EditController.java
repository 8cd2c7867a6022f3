package dev.licenseflow.portal.web;

import dev.licenseflow.domain.request.Channel;
import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.portal.account.PortalUser;
import dev.licenseflow.portal.customer.Customer;
import dev.licenseflow.portal.customer.CustomerRepository;
import dev.licenseflow.portal.customer.TaxId;
import dev.licenseflow.portal.customer.TaxIdTakenException;
import dev.licenseflow.portal.license.CustomerLine;
import dev.licenseflow.portal.license.LicenseView;
import dev.licenseflow.portal.web.PreviewTotals.Totals;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Editar: the form with a customer's own data, its system, renewal method and add-ons. It is reached from three screens. */
@Controller
@RequestMapping("/clientes/{customerId}/editar")
class EditController {

    private final CustomerViews views;
    private final CustomerRepository customers;
    private final OfferedProducts products;
    private final PreviewTotals totals;
    private final RequestSubmission submission;

    EditController(
            CustomerViews views,
            CustomerRepository customers,
            OfferedProducts products,
            PreviewTotals totals,
            RequestSubmission submission) {
        this.views = views;
        this.customers = customers;
        this.products = products;
        this.totals = totals;
        this.submission = submission;
    }

    /** @param saved whether only the customer's own data was changed, which needs no decision */
    @GetMapping
    String form(
            @SignedIn PortalUser user,
            @PathVariable String customerId,
            @RequestParam(name = "tela", defaultValue = "") String screenKey,
            @RequestParam(name = "igual", required = false) @Nullable String unchanged,
            @RequestParam(name = "salvo", required = false) @Nullable String saved,
            Model model) {
        CustomerLine line = views.find(user, customerId);
        LicenseView licenses = CustomerViews.licenses(line);
        Screen screen = Screen.of(screenKey);
        if (!screen.isFor(licenses)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "Not a customer of this screen");
        }
        model.addAttribute("nothingChanged", unchanged != null);
        model.addAttribute("saved", saved != null);
        return show(line, screen, licenses.system(), Map.of(), model);
    }

    /**
     * The form of a customer.
     *
     * @param system the system that the person had chosen before
     * @param wanted the numbers that the person had entered before
     */
    String show(CustomerLine line, Screen screen, String system, Map<String, Integer> wanted, Model model) {
        CustomerForm form = CustomerForm.of(line.customer(), CustomerViews.licenses(line), system, wanted);
        return show(line, screen, form, Map.of(), model);
    }

    private String show(CustomerLine line, Screen screen, CustomerForm form, Map<String, String> faults, Model model) {
        LicenseView licenses = CustomerViews.licenses(line);
        fill(line, form, model);
        model.addAttribute("row", views.row(line, screen));
        model.addAttribute("helpTopic", "editar");
        model.addAttribute("screen", screen);
        model.addAttribute("faults", faults);
        model.addAttribute("editable", CustomerViews.canChangeLicenses(licenses));
        model.addAttribute("totals", totals.unchanged(licenses));
        return "edit";
    }

    private void fill(CustomerLine line, CustomerForm form, Model model) {
        LicenseView licenses = CustomerViews.licenses(line);
        model.addAttribute("licenses", licenses);
        model.addAttribute("paid", views.isPaid(licenses));
        model.addAttribute("form", form);
        model.addAttribute("systems", products.systems(licenses.system()));
        model.addAttribute("products", products.rows(form.system(), line.licenses(), form.wanted()));
        model.addAttribute("elsewhere", products.elsewhere(form.system()));
    }

    @PostMapping
    String save(
            @SignedIn PortalUser user,
            @PathVariable String customerId,
            @RequestParam Map<String, String> parameters,
            RedirectAttributes page,
            Model model) {
        CustomerLine line = views.find(user, customerId);
        CustomerForm form = read(line, parameters);
        Screen screen = form.licenses().screen();
        boolean isDataChanged = form.changes(line.customer());
        if (isDataChanged) {
            Map<String, String> faults = saveData(line.customer(), form);
            if (!faults.isEmpty()) {
                return show(line, screen, form, faults, model);
            }
        }
        LicenseView licenses = CustomerViews.licenses(line);
        Edit edit = new Edit(user, customerId, licenses, views.isPaid(licenses), form, parameters);
        if (edit.changesMethod() && edit.changesLicenses()) {
            submission.sendBefore(user, edit.methodBeforeLicenses());
            return submission.send(user, screen, edit.licensesAfterMethod());
        }
        if (edit.changesMethod() || edit.changesLicenses()) {
            return submission.send(
                    user, screen, edit.changesMethod() ? edit.method() : edit.licenses(form.requestId()));
        }
        page.addAttribute("tela", screen.key()).addAttribute(isDataChanged ? "salvo" : "igual", "sim");
        return "redirect:/clientes/{customerId}/editar";
    }

    /** What the form would cost and change, while it is being filled in. */
    @PostMapping("/previa")
    String preview(
            @SignedIn PortalUser user,
            @PathVariable String customerId,
            @RequestParam Map<String, String> parameters,
            Model model) {
        CustomerLine line = views.find(user, customerId);
        LicenseView licenses = CustomerViews.licenses(line);
        CustomerForm form = read(line, parameters);
        Edit edit = new Edit(user, customerId, licenses, views.isPaid(licenses), form, parameters);
        Totals shown = edit.changesLicenses()
                ? totals.of(edit.licenses(LicenseForm.newRequestId()), licenses, form.system(), form.wanted())
                : totals.unchanged(licenses);
        model.addAttribute("totals", shown);
        return "fragments :: totals";
    }

    /** The add-ons with the system that was chosen. */
    @PostMapping("/produtos")
    String products(
            @SignedIn PortalUser user,
            @PathVariable String customerId,
            @RequestParam Map<String, String> parameters,
            Model model) {
        CustomerLine line = views.find(user, customerId);
        fill(line, read(line, parameters), model);
        return "edit :: products";
    }

    private static CustomerForm read(CustomerLine line, Map<String, String> parameters) {
        LicenseView licenses = CustomerViews.licenses(line);
        CustomerForm known = CustomerForm.of(line.customer(), licenses, licenses.system(), Map.of());
        Map<String, String> complete = new HashMap<>(parameters);
        complete.putIfAbsent("nome", known.name());
        complete.putIfAbsent("documento", known.taxId());
        complete.putIfAbsent("contato", known.contact());
        complete.putIfAbsent("metodo", known.renewalMethod().name());
        return CustomerForm.read(
                complete, parameters.getOrDefault("produto", known.system()), LicenseForm.read(parameters));
    }

    /** @return what is wrong with the data, which is not saved then */
    private Map<String, String> saveData(Customer customer, CustomerForm form) {
        Map<String, String> faults = form.faults();
        Optional<TaxId> taxId = TaxId.parse(form.taxId());
        String taken = "fault.taxid.taken";
        taxId.filter(id -> customers.isTaxIdTaken(customer.partnerId(), customer.customerId(), id))
                .ifPresent(id -> faults.put("documento", taken));
        if (faults.isEmpty()) {
            try {
                customers.put(new Customer(
                        customer.customerId(),
                        customer.partnerId(),
                        form.name(),
                        taxId,
                        form.contact(),
                        customer.registeredAt()));
            } catch (TaxIdTakenException meanwhile) {
                faults.put("documento", taken);
            }
        }
        return faults;
    }

    /**
     * The requests of a form. A change of the renewal method is a request of its own, and goes before the change of the licenses: after
     * it, a quote would be stale (K3). The second one expects the revision that the first one leads to, so that it is refused with it.
     */
    private record Edit(
            PortalUser user,
            String customerId,
            LicenseView before,
            boolean isPaid,
            CustomerForm form,
            Map<String, String> parameters) {

        boolean changesMethod() {
            String shown =
                    parameters.getOrDefault("era.metodo", before.renewalMethod().name());
            return !form.renewalMethod().name().equals(shown);
        }

        boolean changesSystem() {
            return !form.system().equals(parameters.getOrDefault("era.produto", before.system()));
        }

        boolean changesLicenses() {
            return changesSystem() || !form.licenses().changes().isEmpty();
        }

        Request method() {
            return request(form.requestId(), channel(), form.licenses().revision(), methodCommand());
        }

        Request methodBeforeLicenses() {
            String id = UUID.nameUUIDFromBytes((form.requestId() + "/metodo").getBytes(StandardCharsets.UTF_8))
                    .toString();
            return request(id, channel(), form.licenses().revision(), methodCommand());
        }

        Request licenses(String requestId) {
            return request(requestId, channel(), form.licenses().revision(), licensesCommand());
        }

        /** The screen from which the form was opened is not for the new method. */
        Request licensesAfterMethod() {
            OptionalLong revision = form.licenses().revision();
            return request(
                    form.requestId(),
                    Channel.CUSTOMERS,
                    revision.isPresent() ? OptionalLong.of(revision.getAsLong() + 1) : revision,
                    licensesCommand());
        }

        private Channel channel() {
            return form.licenses().screen().channel();
        }

        private Command methodCommand() {
            RenewalMethod method = form.renewalMethod();
            return new Command.ChangeRenewalMethod(method);
        }

        /** In an unpaid month, ChangeSystem is accepted (Q6) and ChangeLicenses is not yet (D8, first edition): so it names the same system. */
        private Command licensesCommand() {
            return changesSystem() || !isPaid
                    ? new Command.ChangeSystem(form.system(), form.licenses().changes())
                    : new Command.ChangeLicenses(form.licenses().changes());
        }

        private Request request(String requestId, Channel channel, OptionalLong revision, Command command) {
            return new Request(
                    requestId,
                    customerId,
                    user.partnerId(),
                    channel,
                    Optional.of(RequestSubmission.requestedBy(user)),
                    revision,
                    OptionalLong.empty(),
                    command);
        }
    }
}
