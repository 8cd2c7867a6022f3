package dev.licenseflow.portal.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import dev.licenseflow.portal.browser.Language;
import dev.licenseflow.portal.browser.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Signing in and out, and the other language. */
@ParameterizedClass
@EnumSource(Language.class)
class SignInScreenIT {

    @RegisterExtension
    private final BrowserExtension browser = new BrowserExtension();

    private final Language language;

    SignInScreenIT(Language language) {
        this.language = language;
    }

    @Test
    void wrongPasswordSaysNothingAboutTheUser() {
        Visitor stranger = browser.stranger(language);
        stranger.page.navigate("/clientes");
        stranger.signIn(TestPortal.ANA.email(), "errada");
        stranger.reads("E-mail ou senha não conferem", "E-mail and password do not match");
        stranger.picture("sign-in-refused");
    }

    @Test
    void whoSignsOutHasToSignInAgain() {
        Visitor ana = browser.stranger(language);
        ana.signIn(TestPortal.ANA.email(), TestPortal.PASSWORD);
        ana.readsTitle("Clientes", "Customers");
        ana.press("Sair", "Sign out");
        ana.reads("Você saiu do portal", "You have signed out");
        ana.picture("sign-in");
        ana.page.navigate("/clientes");
        ana.readsTitle("Entrar", "Sign in");
    }

    @Test
    void theOtherLanguageIsOneClickAway() {
        Visitor ana = browser.ana(language);
        ana.readsTitle("Clientes", "Customers");
        ana.page.getByText(ana.say("English", "Português")).click();
        assertThat(ana.page.getByRole(AriaRole.HEADING)).hasText(ana.say("Customers", "Clientes"));
        assertThat(ana.page.locator("html")).hasAttribute("lang", ana.say("en", "pt-BR"));
    }
}
