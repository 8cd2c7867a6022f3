package dev.licenseflow.portal.web;

import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Effect;
import dev.licenseflow.domain.decision.RejectionCode;
import dev.licenseflow.domain.license.QuoteEnd;
import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.portal.account.PortalUser;
import dev.licenseflow.portal.license.CustomerChargeRepository;
import dev.licenseflow.portal.license.CustomerLine;
import dev.licenseflow.portal.license.DecisionRepository;
import dev.licenseflow.portal.license.JournalEntry;
import dev.licenseflow.portal.license.LicenseView;
import dev.licenseflow.portal.license.Page;
import dev.licenseflow.portal.request.RequestService;
import dev.licenseflow.portal.web.DecisionTexts.DecisionText;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Histórico, and what became of one request: being processed, additional amounts to confirm, done, or refused. */
@Controller
@RequestMapping("/clientes/{customerId}")
class DecisionsController {

    private static final int PAGE_SIZE = 20;

    /** How many of a customer's decisions are searched. */
    private static final int LATEST = 200;

    private final CustomerViews customers;
    private final RequestService requests;
    private final DecisionRepository decisions;
    private final DecisionTexts texts;
    private final EditController editController;
    private final CustomerChargeRepository charges;
    private final ChangeTexts changes;
    private final Clock clock;

    DecisionsController(
            CustomerViews customers,
            RequestService requests,
            DecisionRepository decisions,
            DecisionTexts texts,
            EditController editController,
            CustomerChargeRepository charges,
            ChangeTexts changes,
            Clock clock) {
        this.customers = customers;
        this.requests = requests;
        this.decisions = decisions;
        this.texts = texts;
        this.editController = editController;
        this.charges = charges;
        this.changes = changes;
        this.clock = clock;
    }

    @GetMapping("/historico")
    String history(
            @SignedIn PortalUser user, @PathVariable String customerId, HttpServletRequest request, Model model) {
        model.addAttribute("line", customers.find(user, customerId));
        int number = new PageAddress(request).page();
        Page<JournalEntry> page = decisions.of(user.partnerId(), customerId, number, PAGE_SIZE);
        model.addAttribute("page", page);
        model.addAttribute("decisions", texts(user, page.items()));
        return "history";
    }

    /** The page of a waiting request polls itself. With the decision, the header makes the poll load the whole page anew. */
    @GetMapping("/andamento/{requestId}")
    String answer(
            @SignedIn PortalUser user,
            @PathVariable String customerId,
            @PathVariable String requestId,
            @RequestParam(name = "tela", defaultValue = "") String screenKey,
            @RequestParam(name = "repetido", defaultValue = "") String repeated,
            HttpServletResponse response,
            Model model) {
        CustomerLine line = customers.find(user, customerId);
        Screen screen = Screen.of(screenKey);
        model.addAttribute("line", line);
        model.addAttribute("screen", screen);
        model.addAttribute("repeated", !repeated.isEmpty());
        return requests.await(user.partnerId(), customerId, requestId, Duration.ZERO)
                .match(
                        decided -> {
                            response.setHeader("HX-Refresh", "true");
                            return decided(user, line, screen, decided.decision(), model);
                        },
                        waiting -> {
                            model.addAttribute("requestId", requestId);
                            model.addAttribute("published", waiting.published());
                            return "progress";
                        });
    }

    private String decided(PortalUser user, CustomerLine line, Screen screen, Decision decision, Model model) {
        List<JournalEntry> latest = decisions
                .of(user.partnerId(), line.customer().customerId(), 0, LATEST)
                .items();
        JournalEntry entry = latest.stream()
                .filter(other -> other.decision().causeId().equals(decision.causeId()))
                .findFirst()
                .orElseGet(() -> new JournalEntry(decision, Optional.empty(), List.of()));
        model.addAttribute("decision", texts.of(user, entry));
        return switch (decision.outcome()) {
            case APPLIED -> "outcome";
            case QUOTED -> quoted(line, screen, entry, latest, model);
            case REJECTED -> rejected(user, line, screen, entry, latest, model);
        };
    }

    /** The window of the additional amounts, over the form with the numbers that the person had entered. */
    private String quoted(
            CustomerLine line, Screen screen, JournalEntry entry, List<JournalEntry> latest, Model model) {
        entry.decision().quote().ifPresent(quote -> {
            model.addAttribute("quote", quote);
            model.addAttribute("expired", !clock.instant().isBefore(quote.validUntil()));
            end(latest, quote.quoteId()).ifPresent(end -> model.addAttribute("ended", end));
        });
        LicenseView licenses = CustomerViews.licenses(line);
        Optional<Command> command = entry.request().map(Request::command);
        SortedMap<String, Integer> wanted = command.map(LicenseForm::wantedBy).orElseGet(TreeMap::new);
        String system = system(command, licenses);
        model.addAttribute("actionId", LicenseForm.newRequestId());
        model.addAttribute("withoutCost", changes.withoutCost(licenses, system, wanted));
        editController.show(line, screen, system, wanted, model);
        model.addAttribute("helpTopic", "valores-adicionais");
        return "quote";
    }

    /** A refused change is shown in the form, with the numbers that the person had entered and with what changed meanwhile. */
    private String rejected(
            PortalUser user,
            CustomerLine line,
            Screen screen,
            JournalEntry entry,
            List<JournalEntry> latest,
            Model model) {
        Optional<Request> change = entry.request()
                .filter(request -> request.command() instanceof Command.ChangeLicenses
                        || request.command() instanceof Command.ChangeSystem)
                .filter(request -> line.licenses().isPresent());
        if (change.isEmpty()) {
            if (entry.decision().reasons().stream()
                    .anyMatch(reason -> reason.code() == RejectionCode.OUTSTANDING_CHARGES)) {
                model.addAttribute(
                        "open", charges.open(user.partnerId(), line.customer().customerId()));
            }
            return "outcome";
        }
        change.get()
                .expectedRevision()
                .ifPresent(revision -> model.addAttribute("meanwhile", texts(user, since(latest, revision))));
        Command command = change.get().command();
        String system = system(Optional.of(command), CustomerViews.licenses(line));
        return editController.show(line, screen, system, LicenseForm.wantedBy(command), model);
    }

    /** The system that was asked for, or the one that the customer has. */
    private static String system(Optional<Command> command, LicenseView licenses) {
        return command.filter(Command.ChangeSystem.class::isInstance)
                .map(change -> ((Command.ChangeSystem) change).system())
                .orElse(licenses.system());
    }

    private List<DecisionText> texts(PortalUser user, List<JournalEntry> entries) {
        return entries.stream().map(entry -> texts.of(user, entry)).toList();
    }

    /** What changed the customer after that revision. */
    private static List<JournalEntry> since(List<JournalEntry> latest, long revision) {
        return latest.stream()
                .filter(entry -> entry.decision().changesWhatIsShown())
                .filter(entry -> entry.decision().revisionBefore() >= revision)
                .toList();
    }

    /** How the quote ended, if it has. */
    private static Optional<QuoteEnd> end(List<JournalEntry> latest, String quoteId) {
        return latest.stream()
                .flatMap(entry -> entry.decision().effects().stream())
                .filter(Effect.QuoteEnded.class::isInstance)
                .map(Effect.QuoteEnded.class::cast)
                .filter(effect -> effect.quoteId().equals(quoteId))
                .map(Effect.QuoteEnded::end)
                .findFirst();
    }
}
