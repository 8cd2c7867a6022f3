package dev.licenseflow.portal.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;

/** A person in front of the screens, who reads one of the languages. */
final class Visitor {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    /** Of the page, or of the window over it. */
    private static final String TITLE = "main h1:not([inert] *), dialog h2";

    final Page page;
    private final Language language;

    Visitor(Page page, Language language) {
        this.page = page;
        this.language = language;
    }

    String say(String portuguese, String english) {
        return language.say(portuguese, english);
    }

    /** Enters through the sign-in page. */
    void signIn(String email, String password) {
        page.navigate("/entrar?lang=" + language.tag());
        page.getByLabel(say("E-mail", "E-mail")).fill(email);
        page.getByLabel(say("Senha", "Password")).fill(password);
        press("Entrar", "Sign in");
    }

    void press(String portuguese, String english) {
        button(say(portuguese, english)).click();
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, named(name).setExact(true));
    }

    /** Waits until the page says this. */
    void reads(String portuguese, String english) {
        assertThat(page.locator("main")).containsText(say(portuguese, english));
    }

    void readsTitle(String portuguese, String english) {
        assertThat(page.locator(TITLE)).hasText(say(portuguese, english));
    }

    /** Waits until the totals beside a form say this. */
    void readsTotal(String portuguese, String english) {
        assertThat(page.locator("#totais")).containsText(say(portuguese, english));
    }

    void plus(String portuguese, String english) {
        button(say("Mais uma licença de " + portuguese, "One license of " + english + " more"))
                .click();
    }

    void minus(String portuguese, String english) {
        button(say("Menos uma licença de " + portuguese, "One license of " + english + " less"))
                .click();
    }

    Locator row(String customer) {
        return page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(customer));
    }

    /** Opens the ⋮ menu of a customer on the list. */
    Locator menu(String customer) {
        Locator details = row(customer).locator("details");
        details.locator("summary").click();
        return details;
    }

    void choose(String customer, String portuguese, String english) {
        menu(customer).getByText(say(portuguese, english)).click();
    }

    void edit(String customer) {
        page.navigate("/clientes");
        choose(customer, "Editar", "Edit");
    }

    /** Goes by the menu on the left. */
    void go(String portuguese, String english) {
        page.locator("nav.menu").getByText(say(portuguese, english)).click();
    }

    /** Keeps a picture as an artefact of the build; what can be seen has to be accessible, too. */
    void picture(String name) {
        assertThat(page.locator("html")).hasAttribute("lang", language.tag());
        Chromium.assertAccessible(page);
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + language.suffix() + ".png")));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
