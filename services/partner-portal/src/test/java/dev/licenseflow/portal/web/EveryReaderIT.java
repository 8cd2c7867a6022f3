package dev.licenseflow.portal.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.licenseflow.portal.browser.Language;
import dev.licenseflow.portal.browser.Visitor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The screens by keyboard, on a phone, and in a browser without scripts. */
class EveryReaderIT {

    @RegisterExtension
    private final BrowserExtension browser = new BrowserExtension();

    private final Language language = Language.PORTUGUESE;

    @Test
    void worksWithoutScripts() {
        Visitor plain = browser.ana(language, 1280, 860, false);
        plain.page.navigate("/clientes/padaria/editar?tela=clientes");
        plain.page.locator("#on-link-garcom").check();
        plain.page.locator("#q-link-garcom").fill("2");
        plain.press("Salvar", "Save");
        plain.readsTitle("Valores adicionais", "Additional amounts");
        plain.press("Confirmar", "Confirm");
        plain.reads("liberado na hora", "released at once");
    }

    @Test
    void phoneShowsEverything() {
        Visitor phone = browser.ana(language, 360, 740, true);
        for (String path : List.of(
                "/clientes",
                "/clientes/novo",
                "/clientes/padaria/editar",
                "/clientes/padaria/historico",
                "/renovacao-manual",
                "/gestao-de-cobrancas",
                "/ajuda")) {
            phone.page.navigate(path);
            assertFits(phone);
            phone.picture("phone" + path.replace('/', '-'));
        }
        phone.page.navigate("/clientes/padaria/editar");
        phone.plus("Link Garçom", "Link Waiter");
        phone.press("Salvar", "Save");
        phone.readsTitle("Valores adicionais", "Additional amounts");
        assertFits(phone);
        phone.picture("phone-additional-amounts");
        phone.press("Confirmar", "Confirm");
        phone.reads("liberado na hora", "released at once");
    }

    @Test
    void keyboardOpensAndClosesTheMenu() {
        Visitor ana = browser.ana(language);
        Locator menu = ana.row("Padaria Aurora").locator("summary");
        menu.focus();
        ana.page.keyboard().press("Enter");
        assertThat(ana.row("Padaria Aurora").locator("details")).hasAttribute("open", "");
        ana.page.keyboard().press("Tab");
        assertThat(ana.row("Padaria Aurora").getByText(ana.say("Editar", "Edit")))
                .isFocused();
        ana.page.keyboard().press("ArrowUp");
        assertThat(ana.row("Padaria Aurora").getByText(ana.say("Histórico", "History")))
                .isFocused();
        ana.page.keyboard().press("ArrowDown");
        assertThat(ana.row("Padaria Aurora").getByText(ana.say("Editar", "Edit")))
                .isFocused();
        ana.page.keyboard().press("Escape");
        assertThat(menu).isFocused();
    }

    @Test
    void windowKeepsTheFocusAndEscapeCancels() {
        Visitor ana = browser.ana(language);
        ana.edit("Padaria Aurora");
        ana.plus("Link Garçom", "Link Waiter");
        ana.press("Salvar", "Save");
        assertThat(ana.button(ana.say("Cancelar", "Cancel"))).isFocused();
        ana.page.keyboard().press("Tab");
        assertThat(ana.button(ana.say("Confirmar", "Confirm"))).isFocused();
        ana.page.keyboard().press("Escape");
        ana.reads("Os valores adicionais foram cancelados", "The additional amounts were canceled");
    }

    private static void assertFits(Visitor phone) {
        assertThat((Boolean) phone.page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing of " + phone.page.url() + " is cut off")
                .isTrue();
    }
}
