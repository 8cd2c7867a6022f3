package dev.licenseflow.portal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;

/** A person who uses the screens in one of the languages. */
public final class Visitor {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    /** The title of the page, or of the window over it. */
    private static final String TITLE = "main h1:not([inert] *), dialog h2";

    public final Page page;
    private final Language language;

    public Visitor(Page page, Language language) {
        this.page = page;
        this.language = language;
    }

    public String say(String portuguese, String english) {
        return language.say(portuguese, english);
    }

    /** Signs in on the sign-in page. */
    public void signIn(String email, String password) {
        page.navigate("/entrar?lang=" + language.tag());
        page.getByLabel("E-mail").fill(email);
        page.getByLabel(say("Senha", "Password")).fill(password);
        press("Entrar", "Sign in");
    }

    public void press(String portuguese, String english) {
        button(say(portuguese, english)).click();
    }

    public Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, named(name).setExact(true));
    }

    /** Waits until the page says this. */
    public void reads(String portuguese, String english) {
        assertThat(page.locator("main")).containsText(say(portuguese, english));
    }

    public void readsTitle(String portuguese, String english) {
        assertThat(page.locator(TITLE)).hasText(say(portuguese, english));
    }

    /** Waits until the totals beside a form say this. */
    public void readsTotal(String portuguese, String english) {
        assertThat(page.locator("#totais")).containsText(say(portuguese, english));
    }

    /** Ticks the product, which then has one license, or adds one license to it. */
    public void plus(String portuguese, String english) {
        Locator box = page.getByRole(
                AriaRole.CHECKBOX, named(say(portuguese, english)).setExact(true));
        if (!box.isChecked()) {
            box.check();
            return;
        }
        button(say("Mais uma licença de " + portuguese, "One license of " + english + " more"))
                .click();
    }

    public void minus(String portuguese, String english) {
        button(say("Menos uma licença de " + portuguese, "One license of " + english + " less"))
                .click();
    }

    public Locator row(String customer) {
        return page.locator(".list tbody tr, article.charges").filter(new Locator.FilterOptions().setHasText(customer));
    }

    /** Opens the ⋮ menu of a customer on any of the three screens. */
    public Locator menu(String customer) {
        page.keyboard().press("Escape"); // An open menu may lie over another customer's.
        Locator details = row(customer).locator("details.actions");
        details.locator("summary").click();
        return details;
    }

    public void choose(String customer, String portuguese, String english) {
        menu(customer).getByText(say(portuguese, english)).click();
    }

    public void edit(String customer) {
        page.navigate("/clientes");
        choose(customer, "Editar", "Edit");
    }

    /** Opens the form of a new customer and enters the customer's data. */
    public void enterNewCustomer(String name, String taxId) {
        page.navigate("/clientes/novo");
        page.locator("#nome").fill(name);
        page.locator("#documento").fill(taxId);
    }

    /** Follows a link of the menu on the left. */
    public void go(String portuguese, String english) {
        page.locator("nav.menu").getByText(say(portuguese, english)).click();
    }

    /** Takes a screenshot as an artefact of the build, and checks that the page is accessible. */
    public void picture(String name) {
        assertThat(page.locator("html")).hasAttribute("lang", language.tag());
        if (language == Language.PORTUGUESE) { // The other language has the same elements, and the check is slow.
            Chromium.assertAccessible(page);
        }
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + language.suffix() + ".png")));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
