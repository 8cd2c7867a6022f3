package dev.licenseflow.portal.web;

import dev.licenseflow.portal.account.PortalPrincipal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What every page needs: its texts, its address, the menu, and who is signed in. */
@ControllerAdvice
class PageModel {

    private final PageText text;
    private final Map<MenuEntry.Group, SortedMap<Integer, String>> menu = new EnumMap<>(MenuEntry.Group.class);

    PageModel(PageText text, @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping pages) {
        this.text = text;
        pages.getHandlerMethods().forEach((mapping, handler) -> {
            MenuEntry entry = handler.getMethodAnnotation(MenuEntry.class);
            if (entry != null) {
                menu.computeIfAbsent(entry.group(), group -> new TreeMap<>())
                        .put(
                                entry.position(),
                                mapping.getPatternValues().iterator().next().substring(1));
            }
        });
    }

    @ModelAttribute
    void fill(@Nullable Authentication authentication, HttpServletRequest request, Model model) {
        model.addAttribute("text", text);
        model.addAttribute("address", new PageAddress(request));
        model.addAttribute("menu", menu);
        if (authentication != null && authentication.getPrincipal() instanceof PortalPrincipal principal) {
            model.addAttribute("user", principal.user());
        }
    }
}
