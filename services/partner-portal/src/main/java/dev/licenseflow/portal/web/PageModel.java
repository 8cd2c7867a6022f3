package dev.licenseflow.portal.web;

import dev.licenseflow.portal.account.PortalPrincipal;
import dev.licenseflow.portal.account.PortalUser;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What every page needs: its words, who is signed in, and its own address in the other language. */
@ControllerAdvice
class PageModel {

    private final Phrasebook phrasebook;

    PageModel(Phrasebook phrasebook) {
        this.phrasebook = phrasebook;
    }

    @ModelAttribute("w")
    Words words() {
        return phrasebook.words();
    }

    @ModelAttribute("user")
    @Nullable
    PortalUser user(@Nullable Authentication authentication) {
        return signedIn(authentication).orElse(null);
    }

    /** The person behind a request, if there is one. */
    static Optional<PortalUser> signedIn(@Nullable Authentication authentication) {
        return Optional.ofNullable(authentication)
                .map(Authentication::getPrincipal)
                .filter(PortalPrincipal.class::isInstance)
                .map(PortalPrincipal.class::cast)
                .map(PortalPrincipal::user);
    }

    @ModelAttribute("otherLanguage")
    String otherLanguage(HttpServletRequest request) {
        String other = phrasebook.words().isEnglish() ? "pt-BR" : "en";
        var address = ServletUriComponentsBuilder.fromRequest(request)
                .replaceQueryParam("lang", other)
                .build();
        String path = address.getPath();
        return (path == null ? "/" : path) + "?" + address.getQuery();
    }
}
