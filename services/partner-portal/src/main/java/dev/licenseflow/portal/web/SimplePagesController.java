package dev.licenseflow.portal.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The home address, signing in, help, and the pages of products that are ordered through another menu of the vendor (C4). */
@Controller
class SimplePagesController {

    @GetMapping("/")
    String home() {
        return "redirect:/clientes";
    }

    @GetMapping("/entrar")
    String signIn(
            @RequestParam(name = "erro", required = false) @Nullable String error,
            @RequestParam(name = "saiu", required = false) @Nullable String signedOut,
            Model model) {
        model.addAttribute("failed", error != null);
        model.addAttribute("signedOut", signedOut != null);
        return model.containsAttribute("user") ? "redirect:/clientes" : "sign-in";
    }

    /** Help in the words of the process; each screen links to its own part. */
    @GetMapping("/ajuda")
    String help() {
        return "help";
    }

    @MenuEntry(group = MenuEntry.Group.OTHERS, position = 1)
    @GetMapping("/tef")
    String cardTerminal(Model model) {
        model.addAttribute("product", "tef");
        return "ordered-elsewhere";
    }

    @MenuEntry(group = MenuEntry.Group.OTHERS, position = 2)
    @GetMapping("/importacao")
    String dataImport(Model model) {
        model.addAttribute("product", "importacao");
        return "ordered-elsewhere";
    }
}
