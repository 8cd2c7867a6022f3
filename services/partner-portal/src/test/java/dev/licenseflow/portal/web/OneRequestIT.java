package dev.licenseflow.portal.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.portal.browser.Language;
import dev.licenseflow.portal.browser.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A double click, a reload and the Back button do not send a request twice. */
class OneRequestIT {

    @RegisterExtension
    private final BrowserExtension browser = new BrowserExtension();

    private final Language language = Language.PORTUGUESE;

    @Test
    void formThatIsSentTwiceIsOneRequest() {
        long before = browser.portal().requestsSent();
        Visitor ana = browser.ana(language);
        ana.edit("Padaria Aurora");
        ana.plus("Link Garçom", "Link Waiter");
        ana.page.evaluate("() => { const form = document.querySelector('form.with-side');"
                + " const send = () => fetch(form.action, {method: 'POST', body: new URLSearchParams(new FormData(form))});"
                + " return Promise.all([send(), send(), send()]); }");
        ana.press("Salvar", "Save");
        ana.readsTitle("Valores adicionais", "Additional amounts");
        ana.page.reload();
        assertThat(browser.portal().requestsSent()).isEqualTo(before + 1);
    }

    @Test
    void formThatIsChangedAndSentAgainSaysThatTheFirstTimeCounts() {
        Visitor ana = browser.ana(language);
        ana.edit("Padaria Aurora");
        ana.page.locator("#q-cloud").uncheck();
        ana.page.evaluate("() => { const form = document.querySelector('form.with-side');"
                + " return fetch(form.action, {method: 'POST', body: new URLSearchParams(new FormData(form))}); }");
        ana.plus("Link Garçom", "Link Waiter");
        ana.press("Salvar", "Save");
        ana.reads("vale a primeira vez", "the first time counts");
        ana.reads("Cloud sai em", "Cloud leaves on");
        assertThat(browser.portal().pipeline.licenses("padaria").products()).doesNotContainKey("link-garcom");
    }

    @Test
    void wayBackFromTheConfirmationKeepsTheInputAndAfterItLeadsToTheAnswer() {
        Visitor ana = browser.ana(language);
        long before = browser.portal().requestsSent();
        ana.enterNewCustomer("Sorveteria Polar", "11.222.333/0001-81");
        ana.page.locator("#q-cloud").check();
        ana.press("Salvar", "Save");
        ana.readsTitle("Confirmar licenças", "Confirm licenses");
        ana.press("Voltar", "Back");
        assertThat(ana.page.locator("#nome")).hasValue("Sorveteria Polar");
        assertThat(ana.page.locator("#q-cloud")).isChecked();
        ana.press("Salvar", "Save");
        ana.readsTitle("Confirmar licenças", "Confirm licenses");
        ana.page.reload();
        ana.press("Confirmar", "Confirm");
        ana.reads("Cliente cadastrado com Link", "Customer registered with Link");
        ana.page.goBack();
        ana.reads("Cliente cadastrado com Link", "Customer registered with Link");
        assertThat(browser.portal().requestsSent()).isEqualTo(before + 1);
    }
}
