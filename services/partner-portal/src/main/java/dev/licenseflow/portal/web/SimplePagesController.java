package dev.licenseflow.portal.web;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in, and the pages that only point to another menu of the vendor's (C4). */
@Controller
class SimplePagesController {

    @GetMapping("/entrar")
    String signIn(
            @Nullable Authentication authentication,
            @RequestParam(name = "erro", required = false) @Nullable String error,
            @RequestParam(name = "saiu", required = false) @Nullable String signedOut,
            Model model) {
        model.addAttribute("failed", error != null);
        model.addAttribute("signedOut", signedOut != null);
        return PageModel.signedIn(authentication).isEmpty() ? "sign-in" : "redirect:/clientes";
    }

    @GetMapping("/tef")
    String tef(Model model) {
        return pointer("tef", model);
    }

    @GetMapping("/importacao")
    String dataImport(Model model) {
        return pointer("importacao", model);
    }

    private static String pointer(String product, Model model) {
        model.addAttribute("product", product);
        return "pointer";
    }
}
