package dev.licenseflow.portal.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.licenseflow.domain.fixture.RequestBuilder;
import dev.licenseflow.portal.browser.Language;
import dev.licenseflow.portal.browser.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lists update by themselves, but not while a person is using them. */
class LiveListIT {

    /** Counts on the page the changes that it was notified of, before the page itself acts on them. */
    private static final String COUNT_CHANGES = """
            window.EventSource = class extends window.EventSource {
              constructor(url) {
                super(url);
                let changes = 0;
                const page = document.documentElement;
                this.addEventListener('open', () => { page.dataset.listens = 'yes'; });
                this.addEventListener('customer', () => { page.dataset.changes = ++changes; });
              }
            };""";

    @RegisterExtension
    private final BrowserExtension browser = new BrowserExtension();

    private final Language language = Language.PORTUGUESE;

    @Test
    void listShowsByItselfWhatAColleagueChanges() {
        Visitor ana = browser.ana(language);
        assertThat(ana.row("Padaria Aurora")).containsText(ana.say("Ativo", "Active"));
        browser.portal().awaitReader();
        browser.portal().request("padaria", TestPortal.ANA, RequestBuilder.suspend());
        assertThat(ana.row("Padaria Aurora")).containsText(ana.say("Suspenso", "Suspended"));
    }

    @Test
    void changesDoNotPullAwayAnOpenMenuNorTheFocus() {
        Visitor ana = browser.ana(language);
        browser.portal().awaitReader();
        Locator menu = ana.menu("Bar do Zé");
        browser.portal().request("padaria", TestPortal.ANA, RequestBuilder.suspend());
        assertThat(menu).hasAttribute("open", "");
        ana.page.keyboard().press("Escape");
        assertThat(ana.row("Padaria Aurora")).containsText(ana.say("Suspenso", "Suspended"));
        assertThat(ana.row("Bar do Zé").locator("summary")).isFocused();
    }

    @Test
    void changesDoNotSwallowAClick() {
        Visitor ana = browser.ana(language);
        ana.page.addInitScript(COUNT_CHANGES);
        ana.page.reload();
        Locator page = ana.page.locator("html");
        assertThat(page).hasAttribute("data-listens", "yes");
        ana.row("Bar do Zé").locator("summary").hover();
        ana.page.mouse().down();
        browser.portal().request("padaria", TestPortal.ANA, RequestBuilder.suspend());
        assertThat(page).hasAttribute("data-changes", "1");
        assertThat(ana.page.locator(".htmx-request")).hasCount(0);
        ana.page.mouse().up();
        assertThat(ana.row("Bar do Zé").locator("details")).hasAttribute("open", "");
    }
}
