package dev.licenseflow.portal.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.licenseflow.domain.fixture.RequestBuilder;
import dev.licenseflow.portal.browser.Language;
import dev.licenseflow.portal.browser.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A customer that the vendor transfers to another partner (R9). */
@ParameterizedClass
@EnumSource(Language.class)
class TransferredCustomerIT {

    @RegisterExtension
    private final BrowserExtension browser = new BrowserExtension();

    private final Language language;

    TransferredCustomerIT(Language language) {
        this.language = language;
    }

    @Test
    void customerThatIsReceivedIsOnTheListByItsId() {
        browser.portal().backOffice("alheio", RequestBuilder.transferTo("p1"));
        Visitor ana = browser.ana(language);
        assertThat(ana.row("alheio")).containsText(ana.say("Ativo", "Active"));
        assertThat(ana.page.locator("main")).not().containsText("Hotel Litoral");
        ana.picture("transferred");
        ana.edit("alheio");
        ana.page.locator("#nome").fill("Hotel do Litoral");
        ana.page.locator("#documento").fill("27.865.757/0001-02");
        ana.press("Salvar", "Save");
        ana.reads("Os dados do cliente foram salvos", "The customer data was saved");
        ana.page.navigate("/clientes");
        ana.choose("Hotel do Litoral", "Suspender", "Suspend");
        ana.reads("Status: de Ativo para Suspenso", "Status: from Active to Suspended");
    }

    @Test
    void customerThatIsGivenAwayIsOnTheListNoMoreAndItsTaxIdIsFree() {
        browser.portal().backOffice("padaria", RequestBuilder.transferTo("p2"));
        Visitor ana = browser.ana(language);
        assertThat(ana.page.locator("tbody tr")).hasCount(5);
        assertThat(ana.row("Padaria Aurora")).hasCount(0);
        ana.page.navigate("/clientes/padaria/historico");
        ana.readsTitle("Página não encontrada", "Page not found");
        ana.enterNewCustomer("Padaria Nova Aurora", "19.131.243/0001-97");
        ana.press("Salvar", "Save");
        ana.readsTitle("Confirmar licenças", "Confirm licenses");
        ana.press("Confirmar", "Confirm");
        ana.reads("Cliente cadastrado com Link", "Customer registered with Link");
    }
}
