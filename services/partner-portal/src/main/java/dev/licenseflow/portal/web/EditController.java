package dev.licenseflow.portal.web;

import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.portal.account.PortalUser;
import dev.licenseflow.portal.license.CustomerLine;
import dev.licenseflow.portal.license.LicenseView;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Editar: the form in which a customer's licenses are changed. It is reached from three screens. */
@Controller
@RequestMapping("/clientes/{customerId}/editar")
class EditController {

    private final CustomerViews customers;
    private final OfferedProducts products;
    private final PreviewTotals totals;
    private final RequestSubmission submission;

    EditController(
            CustomerViews customers, OfferedProducts products, PreviewTotals totals, RequestSubmission submission) {
        this.customers = customers;
        this.products = products;
        this.totals = totals;
        this.submission = submission;
    }

    @GetMapping
    String form(
            @SignedIn PortalUser user,
            @PathVariable String customerId,
            @RequestParam(name = "tela", defaultValue = "") String screenKey,
            @RequestParam(name = "igual", required = false) @Nullable String unchanged,
            Model model) {
        CustomerLine line = customers.find(user, customerId);
        Screen screen = Screen.of(screenKey);
        if (!screen.isFor(CustomerViews.licenses(line))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "Not a customer of this screen");
        }
        model.addAttribute("nothingChanged", unchanged != null);
        return show(line, screen, Map.of(), model);
    }

    /** @param wanted the numbers that the person had entered before */
    String show(CustomerLine line, Screen screen, Map<String, Integer> wanted, Model model) {
        LicenseView licenses = CustomerViews.licenses(line);
        model.addAttribute("row", customers.row(line, screen));
        model.addAttribute("licenses", licenses);
        model.addAttribute("screen", screen);
        model.addAttribute("requestId", LicenseForm.newRequestId());
        model.addAttribute("products", products.rows(licenses.system(), line.licenses(), wanted));
        model.addAttribute("elsewhere", products.elsewhere(licenses.system()));
        model.addAttribute("editable", customers.canEdit(licenses));
        model.addAttribute("totals", totals.unchanged(licenses));
        return "edit";
    }

    @PostMapping
    String save(
            @SignedIn PortalUser user,
            @PathVariable String customerId,
            @RequestParam Map<String, String> parameters,
            RedirectAttributes page) {
        customers.find(user, customerId);
        LicenseForm form = LicenseForm.read(parameters);
        if (form.changes().isEmpty()) {
            page.addAttribute("tela", form.screen().key()).addAttribute("igual", "sim");
            return "redirect:/clientes/{customerId}/editar";
        }
        return submission.send(user, form.screen(), request(user, customerId, form, form.requestId()));
    }

    /** What the form would cost, while it is being filled in. */
    @PostMapping("/previa")
    String preview(
            @SignedIn PortalUser user,
            @PathVariable String customerId,
            @RequestParam Map<String, String> parameters,
            Model model) {
        LicenseView licenses = CustomerViews.licenses(customers.find(user, customerId));
        LicenseForm form = LicenseForm.read(parameters);
        model.addAttribute(
                "totals",
                form.changes().isEmpty()
                        ? totals.unchanged(licenses)
                        : totals.of(
                                request(user, customerId, form, LicenseForm.newRequestId()),
                                licenses.system(),
                                form.wanted()));
        return "fragments :: totals";
    }

    private static Request request(PortalUser user, String customerId, LicenseForm form, String requestId) {
        return new Request(
                requestId,
                customerId,
                user.partnerId(),
                form.screen().channel(),
                Optional.of(RequestSubmission.requestedBy(user)),
                form.revision(),
                OptionalLong.empty(),
                new Command.ChangeLicenses(form.changes()));
    }
}
