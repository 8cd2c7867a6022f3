package dev.licenseflow.portal.web;

import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.portal.account.PortalUser;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The requests that are sent by one click in the ⋮ menu or in a window. */
@Controller
@RequestMapping("/clientes/{customerId}")
class ActionsController {

    private final CustomerViews customers;
    private final RequestSubmission submission;

    ActionsController(CustomerViews customers, RequestSubmission submission) {
        this.customers = customers;
        this.submission = submission;
    }

    /** What all actions have in common: who clicked, for which customer, on which screen, under which request id. */
    record Click(PortalUser user, String customerId, Screen screen, String requestId) {}

    @ModelAttribute
    Click click(
            @SignedIn PortalUser user, @PathVariable String customerId, @RequestParam Map<String, String> parameters) {
        customers.find(user, customerId);
        Screen screen = Screen.of(parameters.getOrDefault("tela", ""));
        return new Click(user, customerId, screen, LicenseForm.requestId(parameters));
    }

    @PostMapping("/suspender")
    String suspend(Click click) {
        return send(click, OptionalLong.empty(), new Command.Suspend());
    }

    @PostMapping("/retomar")
    String resume(Click click) {
        return send(click, OptionalLong.empty(), new Command.Resume());
    }

    /** @param upToCents the amount on the button; no higher amount is accepted */
    @PostMapping("/renovar")
    String renew(Click click, @RequestParam("valor") long upToCents) {
        return send(click, OptionalLong.of(upToCents), new Command.Renew());
    }

    @PostMapping("/metodo")
    String changeMethod(Click click, @RequestParam("metodo") RenewalMethod method) {
        return send(click, OptionalLong.empty(), new Command.ChangeRenewalMethod(method));
    }

    @PostMapping("/agendar-renovacao")
    String schedule(Click click) {
        return send(click, OptionalLong.empty(), new Command.ScheduleRenewal());
    }

    @PostMapping("/desagendar-renovacao")
    String unschedule(Click click) {
        return send(click, OptionalLong.empty(), new Command.UnscheduleRenewal());
    }

    @PostMapping("/cancelamento")
    String cancel(Click click) {
        return send(click, OptionalLong.empty(), new Command.CancelCustomer());
    }

    @PostMapping("/desfazer-cancelamento")
    String withdraw(Click click) {
        return send(click, OptionalLong.empty(), new Command.WithdrawCancellation());
    }

    @PostMapping("/valores/{quoteId}/confirmar")
    String confirm(Click click, @PathVariable String quoteId) {
        return send(click, OptionalLong.empty(), new Command.ConfirmQuote(quoteId));
    }

    @PostMapping("/valores/{quoteId}/cancelar")
    String decline(Click click, @PathVariable String quoteId) {
        return send(click, OptionalLong.empty(), new Command.DeclineQuote(quoteId));
    }

    private String send(Click click, OptionalLong acceptUpToCents, Command command) {
        PortalUser user = click.user();
        return submission.send(
                user,
                click.screen(),
                new Request(
                        click.requestId(),
                        click.customerId(),
                        user.partnerId(),
                        click.screen().channel(),
                        Optional.of(RequestSubmission.requestedBy(user)),
                        OptionalLong.empty(),
                        acceptUpToCents,
                        command));
    }
}
