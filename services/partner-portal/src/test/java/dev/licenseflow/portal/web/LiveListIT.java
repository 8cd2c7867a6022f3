package dev.licenseflow.portal.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.licenseflow.domain.fixture.RequestBuilder;
import dev.licenseflow.portal.browser.Language;
import dev.licenseflow.portal.browser.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lists change by themselves, and never under the hands of whoever uses them. */
class LiveListIT {

    /** Longer than the news of a change takes to the page and back, so that the page would have been changed by then. */
    private static final int WHILE_PRESSED_MILLIS = 500;

    @RegisterExtension
    private final Browsing browsing = new Browsing();

    private final Language language = Language.PORTUGUESE;

    @Test
    void listShowsByItselfWhatAColleagueChanges() {
        Visitor ana = browsing.ana(language);
        assertThat(ana.row("Padaria Aurora")).containsText(ana.say("Ativo", "Active"));
        browsing.stand().awaitReader();
        browsing.stand().request("padaria", Stand.ANA, RequestBuilder.suspend());
        assertThat(ana.row("Padaria Aurora")).containsText(ana.say("Suspenso", "Suspended"));
    }

    @Test
    void changesDoNotPullAwayAnOpenMenuNorTheFocus() {
        Visitor ana = browsing.ana(language);
        browsing.stand().awaitReader();
        Locator menu = ana.menu("Bar do Zé");
        browsing.stand().request("padaria", Stand.ANA, RequestBuilder.suspend());
        assertThat(menu).hasAttribute("open", "");
        ana.page.keyboard().press("Escape");
        assertThat(ana.row("Padaria Aurora")).containsText(ana.say("Suspenso", "Suspended"));
        assertThat(ana.row("Bar do Zé").locator("summary")).isFocused();
    }

    @Test
    void changesDoNotSwallowAClick() {
        Visitor ana = browsing.ana(language);
        browsing.stand().awaitReader();
        ana.row("Bar do Zé").locator("summary").hover();
        ana.page.mouse().down();
        browsing.stand().request("padaria", Stand.ANA, RequestBuilder.suspend());
        ana.page.waitForTimeout(WHILE_PRESSED_MILLIS);
        ana.page.mouse().up();
        assertThat(ana.row("Bar do Zé").locator("details")).hasAttribute("open", "");
    }
}
