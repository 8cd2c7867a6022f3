package dev.licenseflow.portal.web;

import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.portal.account.PortalUser;
import dev.licenseflow.portal.license.CustomerLine;
import dev.licenseflow.portal.license.LicenseView;
import java.util.Map;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Editar, reached from three screens. */
@Controller
class EditController {

    private final Dossiers dossiers;
    private final EditPage page;
    private final PreviewTotals totals;
    private final Counter counter;

    EditController(Dossiers dossiers, EditPage page, PreviewTotals totals, Counter counter) {
        this.dossiers = dossiers;
        this.page = page;
        this.totals = totals;
        this.counter = counter;
    }

    @GetMapping("/clientes/{customerId}/editar")
    String form(
            @SignedIn PortalUser user,
            @PathVariable String customerId,
            @RequestParam(name = "tela", defaultValue = "") String tela,
            @RequestParam(name = "igual", required = false) @Nullable String unchanged,
            Model model) {
        CustomerLine line = dossiers.customer(user.partnerId(), customerId);
        Screen screen = Screen.of(tela);
        if (!screen.isFor(dossiers.licenses(line))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "Not a customer of this screen");
        }
        model.addAttribute("nothingChanged", unchanged != null);
        return page.show(line, screen, Map.of(), model);
    }

    @PostMapping("/clientes/{customerId}/editar")
    String save(
            @SignedIn PortalUser user,
            @PathVariable String customerId,
            @RequestParam Map<String, String> parameters,
            RedirectAttributes page) {
        dossiers.customer(user.partnerId(), customerId);
        LicenseForm form = LicenseForm.read(parameters);
        if (form.changes().isEmpty()) {
            page.addAttribute("tela", form.screen().key()).addAttribute("igual", "sim");
            return "redirect:/clientes/{customerId}/editar";
        }
        return counter.send(user, form.screen(), request(user, customerId, form, form.requestId()));
    }

    /** What the form would cost, while it is being filled in. */
    @PostMapping("/clientes/{customerId}/editar/previa")
    String preview(
            @SignedIn PortalUser user,
            @PathVariable String customerId,
            @RequestParam Map<String, String> parameters,
            Model model) {
        CustomerLine line = dossiers.customer(user.partnerId(), customerId);
        LicenseView licenses = dossiers.licenses(line);
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
        return Counter.request(
                user,
                customerId,
                requestId,
                form.screen(),
                form.revision(),
                OptionalLong.empty(),
                new Command.ChangeLicenses(form.changes()));
    }
}
