package dev.licenseflow.portal.web;

import dev.licenseflow.domain.request.Command;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.portal.account.PortalUser;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the ⋮ menu and the Valores adicionais window do at one click. */
@Controller
class ActionsController {

    private final Dossiers dossiers;
    private final Counter counter;

    ActionsController(Dossiers dossiers, Counter counter) {
        this.dossiers = dossiers;
        this.counter = counter;
    }

    @PostMapping("/clientes/{customerId}/suspender")
    String suspend(
            @SignedIn PortalUser user, @PathVariable String customerId, @RequestParam Map<String, String> parameters) {
        return send(user, customerId, parameters, OptionalLong.empty(), new Command.Suspend());
    }

    @PostMapping("/clientes/{customerId}/retomar")
    String resume(
            @SignedIn PortalUser user, @PathVariable String customerId, @RequestParam Map<String, String> parameters) {
        return send(user, customerId, parameters, OptionalLong.empty(), new Command.Resume());
    }

    /** @param upToCents the amount that was on the button; without it nothing is agreed to */
    @PostMapping("/clientes/{customerId}/renovar")
    String renew(
            @SignedIn PortalUser user,
            @PathVariable String customerId,
            @RequestParam("valor") long upToCents,
            @RequestParam Map<String, String> parameters) {
        return send(user, customerId, parameters, OptionalLong.of(upToCents), new Command.Renew());
    }

    @PostMapping("/clientes/{customerId}/metodo")
    String changeMethod(
            @SignedIn PortalUser user,
            @PathVariable String customerId,
            @RequestParam("metodo") RenewalMethod method,
            @RequestParam Map<String, String> parameters) {
        return send(user, customerId, parameters, OptionalLong.empty(), new Command.ChangeRenewalMethod(method));
    }

    @PostMapping("/clientes/{customerId}/valores/{quoteId}/confirmar")
    String confirm(
            @SignedIn PortalUser user,
            @PathVariable String customerId,
            @PathVariable String quoteId,
            @RequestParam Map<String, String> parameters) {
        return send(user, customerId, parameters, OptionalLong.empty(), new Command.ConfirmQuote(quoteId));
    }

    @PostMapping("/clientes/{customerId}/valores/{quoteId}/cancelar")
    String decline(
            @SignedIn PortalUser user,
            @PathVariable String customerId,
            @PathVariable String quoteId,
            @RequestParam Map<String, String> parameters) {
        return send(user, customerId, parameters, OptionalLong.empty(), new Command.DeclineQuote(quoteId));
    }

    private String send(
            PortalUser user,
            String customerId,
            Map<String, String> parameters,
            OptionalLong acceptUpToCents,
            Command command) {
        dossiers.customer(user.partnerId(), customerId);
        Screen screen = Screen.of(parameters.getOrDefault("tela", ""));
        return counter.send(
                user,
                screen,
                Counter.request(
                        user,
                        customerId,
                        LicenseForm.requestId(parameters),
                        screen,
                        OptionalLong.empty(),
                        acceptUpToCents,
                        command));
    }
}
