package dev.licenseflow.portal.web;

import dev.licenseflow.portal.account.Accounts;
import dev.licenseflow.portal.account.PortalUser;
import dev.licenseflow.portal.license.DecisionRepository;
import dev.licenseflow.portal.license.JournalEntry;
import dev.licenseflow.portal.license.Page;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Histórico: every decision about a customer, in words. */
@Controller
class HistoryController {

    private static final int PAGE_SIZE = 20;

    private final Dossiers dossiers;
    private final DecisionRepository journal;
    private final Accounts accounts;
    private final Phrasebook phrasebook;

    HistoryController(Dossiers dossiers, DecisionRepository journal, Accounts accounts, Phrasebook phrasebook) {
        this.dossiers = dossiers;
        this.journal = journal;
        this.accounts = accounts;
        this.phrasebook = phrasebook;
    }

    @GetMapping("/clientes/{customerId}/historico")
    String history(
            @SignedIn PortalUser user,
            @PathVariable String customerId,
            @RequestParam(name = "pagina", defaultValue = "") String number,
            Model model) {
        model.addAttribute("line", dossiers.customer(user.partnerId(), customerId));
        Page<JournalEntry> page = journal.of(user.partnerId(), customerId, ListAddress.page(number), PAGE_SIZE);
        model.addAttribute(
                "events", page.items().stream().map(entry -> event(user, entry)).toList());
        model.addAttribute("pages", Pages.of(page));
        return "history";
    }

    Event event(PortalUser user, JournalEntry entry) {
        return Event.of(entry, phrasebook.words(), requestedBy -> name(user, requestedBy));
    }

    private Optional<String> name(PortalUser user, String requestedBy) {
        return requestedBy.equals(Counter.requestedBy(user))
                ? Optional.of(user.name())
                : Counter.userId(requestedBy).flatMap(userId -> accounts.nameOf(user.partnerId(), userId));
    }
}
