package dev.licenseflow.portal.web;

import dev.licenseflow.domain.fixture.RequestBuilder;
import dev.licenseflow.portal.browser.Language;
import dev.licenseflow.portal.browser.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Histórico, and the pages of products that are ordered through another menu. */
@ParameterizedClass
@EnumSource(Language.class)
class HistoryIT {

    @RegisterExtension
    private final BrowserExtension browser = new BrowserExtension();

    private final Language language;

    HistoryIT(Language language) {
        this.language = language;
    }

    @Test
    void historyTellsWhoWhenWhyAndTheCost() {
        browser.portal()
                .request(
                        "padaria",
                        TestPortal.ANA,
                        RequestBuilder.add("link-garcom", 2).accepting(10_000));
        browser.portal().request("padaria", TestPortal.ANA, RequestBuilder.remove("cloud", 1));
        browser.portal().request("padaria", TestPortal.ANA, RequestBuilder.add("link-movel", 2));
        Visitor ana = browser.ana(language);
        ana.choose("Padaria Aurora", "Histórico", "History");
        ana.reads("Ana Souza", "Ana Souza");
        ana.reads("Link Móvel precisa também de Cloud", "Link Mobile also needs Cloud");
        ana.reads("Custo: R$ 14,19", "Cost: R$14.19");
        ana.reads("10/03/2026 às 12:00", "Mar 10, 2026, 12:00 PM");
        ana.picture("history");
    }

    @Test
    void historyTellsWhatCameByItself() {
        Visitor ana = browser.ana(language);
        ana.choose("Cantina da Nona", "Histórico", "History");
        ana.reads("Início de março de 2026", "Begin of March 2026");
        ana.reads("Status: de Ativo para Expirado", "Status: from Active to Expired");
        ana.reads("Cobranças liquidadas", "Charges settled");
    }

    @Test
    void longHistoryHasPages() {
        for (int i = 0; i < 10; i++) {
            browser.portal().request("padaria", TestPortal.ANA, RequestBuilder.suspend());
            browser.portal().request("padaria", TestPortal.ANA, RequestBuilder.resume());
        }
        Visitor ana = browser.ana(language);
        ana.page.navigate("/clientes/padaria/historico");
        ana.reads("Página 1 de 2", "Page 1 of 2");
        ana.page.getByText(ana.say("Próxima", "Next")).click();
        ana.reads("Página 2 de 2", "Page 2 of 2");
        ana.reads("Cliente cadastrado com Link", "Customer registered with Link");
    }

    @Test
    void otherProductsHaveMenusOfTheirOwn() {
        Visitor ana = browser.ana(language);
        ana.go("TEF", "Card terminal (TEF)");
        ana.reads("O TEF é contratado no menu TEF", "Card terminals (TEF) are contracted in the menu TEF");
        ana.picture("tef");
        ana.go("Importação", "Data import");
        ana.reads("pedida no menu Importação", "ordered in the menu Importação");
        ana.picture("data-import");
        ana.edit("Padaria Aurora");
        ana.reads("Contratado em menu próprio", "Contracted through a menu of its own");
    }

    @Test
    void whatIsNotThereIsSaidPlainly() {
        Visitor ana = browser.ana(language);
        ana.page.navigate("/clientes/alheio/historico");
        ana.readsTitle("Página não encontrada", "Page not found");
        ana.picture("not-found");
    }
}
