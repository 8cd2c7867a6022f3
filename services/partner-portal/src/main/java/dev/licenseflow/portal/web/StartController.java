package dev.licenseflow.portal.web;

import dev.licenseflow.portal.account.PortalUser;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** + Novo cliente and Reativar: the form. What it says is confirmed on a page of its own before it is sent (K2). */
@Controller
class StartController {

    static final String NEW = "/clientes/novo";
    static final String AGAIN = "/clientes/{customerId}/reativar";

    private final Dossiers dossiers;
    private final StartPages pages;

    StartController(Dossiers dossiers, StartPages pages) {
        this.dossiers = dossiers;
        this.pages = pages;
    }

    /**
     * The form, empty or as it was.
     *
     * @param draft the id of what was entered before
     * @param checked whether to say what is wrong with it
     */
    @GetMapping({NEW, AGAIN})
    String form(
            @SignedIn PortalUser user,
            @PathVariable(required = false) @Nullable String customerId,
            @RequestParam(name = "pedido", defaultValue = "") String draft,
            @RequestParam(name = "conferido", required = false) @Nullable String checked,
            HttpSession session,
            Model model) {
        Start start = dossiers.start(user.partnerId(), customerId);
        Optional<StartForm> kept = Drafts.of(session).find(start, draft);
        Optional<String> elsewhere = pages.whereItIsNow(user, start, kept);
        if (elsewhere.isPresent()) {
            return "redirect:" + elsewhere.get();
        }
        StartForm form = kept.orElseGet(() -> pages.emptyForm(start));
        return pages.form(user, start, form, checked == null ? Map.of() : pages.faults(user, start, form), model);
    }

    @PostMapping({NEW + "/produtos", AGAIN + "/produtos"})
    String products(
            @SignedIn PortalUser user,
            @PathVariable(required = false) @Nullable String customerId,
            @RequestParam Map<String, String> parameters,
            Model model) {
        Start start = dossiers.start(user.partnerId(), customerId);
        return pages.products(start, pages.read(start, parameters), model);
    }

    @PostMapping({NEW + "/previa", AGAIN + "/previa"})
    String preview(
            @SignedIn PortalUser user,
            @PathVariable(required = false) @Nullable String customerId,
            @RequestParam Map<String, String> parameters,
            Model model) {
        Start start = dossiers.start(user.partnerId(), customerId);
        model.addAttribute("totals", pages.totals(user, start, pages.read(start, parameters)));
        return "fragments :: totals";
    }

    /** Salvar: leads to the confirmation, which leads back if something is wrong. */
    @PostMapping({NEW, AGAIN})
    String save(
            @SignedIn PortalUser user,
            @PathVariable(required = false) @Nullable String customerId,
            @RequestParam Map<String, String> parameters,
            HttpSession session) {
        Start start = dossiers.start(user.partnerId(), customerId);
        StartForm form = pages.read(start, parameters);
        Drafts.of(session).keep(start, form);
        return "redirect:"
                + (parameters.containsKey("voltar")
                        ? start.path() + "?pedido=" + form.requestId()
                        : ConfirmationController.page(start, form));
    }
}
