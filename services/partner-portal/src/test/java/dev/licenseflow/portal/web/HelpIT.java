package dev.licenseflow.portal.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.licenseflow.portal.browser.Language;
import dev.licenseflow.portal.browser.Visitor;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Ajuda: each screen leads to its own part. With {@code -Dlicenseflow.help.write=true} the pictures of the help are taken anew, from
 * these very screens.
 */
@ParameterizedClass
@EnumSource(Language.class)
class HelpIT {

    private static final Path PICTURES = Boolean.getBoolean("licenseflow.help.write")
            ? Path.of("src", "main", "resources", "partner-portal", "static", "help")
            : Path.of("target", "screenshots", "help");

    @RegisterExtension
    private final BrowserExtension browser = new BrowserExtension();

    private final Language language;

    HelpIT(Language language) {
        this.language = language;
    }

    @Test
    void everyScreenLeadsToItsPartOfTheHelp() {
        Visitor ana = browser.ana(language);
        leadsTo(ana, "clientes", "Cliente novo", "New customer");
        ana.go("Renovação manual", "Manual renewal");
        leadsTo(ana, "renovacao-manual", "Renovação manual", "Manual renewal");
        ana.go("Gestão de cobranças", "Managed billing");
        leadsTo(ana, "gestao-de-cobrancas", "Gestão de cobranças", "Managed billing");
        ana.go("TEF", "Card terminal (TEF)");
        leadsTo(ana, "tef", "TEF e importação de dados", "Card terminals (TEF) and data import");
        ana.edit("Padaria Aurora");
        leadsTo(ana, "editar", "Cliente que já existe: Editar", "Existing customer: Edit");
        ana.picture("help");
    }

    @Test
    void helpShowsTheScreensAsTheyAre() {
        Visitor ana = browser.ana(language);
        ana.menu("Padaria Aurora");
        picture(ana, "customers");
        ana.page.navigate("/renovacao-manual");
        picture(ana, "manual-renewal");
        ana.page.navigate("/gestao-de-cobrancas");
        picture(ana, "managed-billing");
        ana.edit("Padaria Aurora");
        ana.page.locator("#q-cloud").uncheck();
        ana.readsTotal("Cloud sai em", "Cloud leaves on");
        ana.page.locator("h1").scrollIntoViewIfNeeded();
        picture(ana, "edit");
        ana.page.locator("#q-cloud").check();
        ana.plus("Link Garçom", "Link Waiter");
        ana.press("Salvar", "Save");
        ana.readsTitle("Valores adicionais", "Additional amounts");
        picture(ana, "additional-amounts");

        ana.page.navigate("/ajuda");
        Object broken = ana.page.evaluate("""
                () => Promise.all([...document.images].map((image) => fetch(image.src).then((answer) => answer.status)))
                  .then((all) => all.length === 5 && all.every((status) => status === 200))""");
        assertThat(ana.page.locator("main img")).hasCount(5);
        org.assertj.core.api.Assertions.assertThat(broken).isEqualTo(true);
    }

    private void leadsTo(Visitor ana, String part, String portuguese, String english) {
        ana.page.locator(".top").getByText(ana.say("Ajuda", "Help")).click();
        ana.page.waitForURL("**/ajuda#" + part);
        assertThat(ana.page.locator("#" + part + " h2")).hasText(ana.say(portuguese, english));
        assertThat(ana.page.locator("#" + part + " h2")).isInViewport();
    }

    private void picture(Visitor ana, String name) {
        ana.page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + language.suffix() + ".png")));
    }
}
