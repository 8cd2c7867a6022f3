package dev.licenseflow.portal.web;

import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.RejectionCode;
import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.portal.account.PortalUser;
import dev.licenseflow.portal.license.CustomerChargeRepository;
import dev.licenseflow.portal.license.CustomerLine;
import dev.licenseflow.portal.license.JournalEntry;
import dev.licenseflow.portal.request.RequestService;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What became of a request: being processed, the additional amounts to agree to, done, or refused. */
@Controller
class ProgressController {

    private final Dossiers dossiers;
    private final RequestService service;
    private final EditPage editPage;
    private final HistoryController history;
    private final CustomerChargeRepository charges;
    private final Phrasebook phrasebook;

    ProgressController(
            Dossiers dossiers,
            RequestService service,
            EditPage editPage,
            HistoryController history,
            CustomerChargeRepository charges,
            Phrasebook phrasebook) {
        this.dossiers = dossiers;
        this.service = service;
        this.editPage = editPage;
        this.history = history;
        this.charges = charges;
        this.phrasebook = phrasebook;
    }

    @GetMapping("/clientes/{customerId}/andamento/{requestId}")
    String show(
            @SignedIn PortalUser user,
            @PathVariable String customerId,
            @PathVariable String requestId,
            @RequestParam(name = "tela", defaultValue = "") String tela,
            @RequestParam(name = "repetido", defaultValue = "") String repeated,
            Model model) {
        CustomerLine line = dossiers.customer(user.partnerId(), customerId);
        Screen screen = Screen.of(tela);
        model.addAttribute("line", line);
        model.addAttribute("screen", screen);
        model.addAttribute("requestId", requestId);
        model.addAttribute("repeated", !repeated.isEmpty());
        return answer(user, customerId, requestId)
                .match(decided -> decided(user, line, screen, decided.decision(), model), waiting -> {
                    model.addAttribute("published", waiting.published());
                    return "progress";
                });
    }

    /** The part of the page that asks again and again; once there is a decision the whole page is loaded anew. */
    @GetMapping("/clientes/{customerId}/andamento/{requestId}/estado")
    String state(
            @SignedIn PortalUser user,
            @PathVariable String customerId,
            @PathVariable String requestId,
            HttpServletResponse response,
            Model model) {
        dossiers.customer(user.partnerId(), customerId);
        return answer(user, customerId, requestId)
                .match(
                        decided -> {
                            response.setHeader("HX-Refresh", "true");
                            model.addAttribute("published", true);
                            return "progress :: state";
                        },
                        waiting -> {
                            model.addAttribute("published", waiting.published());
                            return "progress :: state";
                        });
    }

    private RequestService.Answer answer(PortalUser user, String customerId, String requestId) {
        return service.await(user.partnerId(), customerId, requestId, Duration.ZERO);
    }

    private String decided(PortalUser user, CustomerLine line, Screen screen, Decision decision, Model model) {
        String customerId = line.customer().customerId();
        Optional<JournalEntry> entry = dossiers.entry(user.partnerId(), customerId, decision.causeId());
        Optional<Request> request = entry.flatMap(JournalEntry::request);
        model.addAttribute(
                "event",
                history.event(user, entry.orElseGet(() -> new JournalEntry(decision, Optional.empty(), List.of()))));
        return switch (decision.outcome()) {
            case APPLIED -> "outcome";
            case QUOTED -> quoted(user, line, screen, request, decision, model);
            case REJECTED -> rejected(user, line, screen, request, decision, model);
        };
    }

    /** The window of the additional amounts, over the form with what the person had entered. */
    private String quoted(
            PortalUser user,
            CustomerLine line,
            Screen screen,
            Optional<Request> request,
            Decision decision,
            Model model) {
        String customerId = line.customer().customerId();
        decision.quote().ifPresent(quote -> {
            model.addAttribute("quote", quote);
            model.addAttribute("expired", !phrasebook.now().isBefore(quote.validUntil()));
            dossiers.endOf(user.partnerId(), customerId, quote.quoteId())
                    .ifPresent(end -> model.addAttribute("ended", end));
        });
        model.addAttribute("actionId", LicenseForm.newRequestId());
        editPage.show(
                line,
                screen,
                request.map(Request::command).map(LicenseForm::wishesOf).orElseGet(TreeMap::new),
                model);
        return "quote";
    }

    /** A refused change comes back with what the person had entered and what changed meanwhile. */
    private String rejected(
            PortalUser user,
            CustomerLine line,
            Screen screen,
            Optional<Request> request,
            Decision decision,
            Model model) {
        Optional<Command> command = request.map(Request::command);
        boolean retry = line.licenses().isPresent()
                && command.filter(Command.ChangeLicenses.class::isInstance).isPresent();
        if (!retry) {
            if (decision.reasons().stream().anyMatch(reason -> reason.code() == RejectionCode.OUTSTANDING_CHARGES)) {
                model.addAttribute(
                        "open", charges.open(user.partnerId(), line.customer().customerId()));
            }
            return "outcome";
        }
        request.ifPresent(sent -> sent.expectedRevision()
                .ifPresent(revision -> model.addAttribute(
                        "meanwhile",
                        dossiers.since(user.partnerId(), line.customer().customerId(), revision).stream()
                                .map(entry -> history.event(user, entry))
                                .toList())));
        return editPage.show(line, screen, LicenseForm.wishesOf(command.orElseThrow()), model);
    }
}
