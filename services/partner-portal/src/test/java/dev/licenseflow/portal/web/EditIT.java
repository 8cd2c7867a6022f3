package dev.licenseflow.portal.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.fixture.RequestBuilder;
import dev.licenseflow.portal.browser.Language;
import dev.licenseflow.portal.browser.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Editar, and the window Valores adicionais. */
@ParameterizedClass
@EnumSource(Language.class)
class EditIT {

    @RegisterExtension
    private final BrowserExtension browser = new BrowserExtension();

    private final Language language;

    EditIT(Language language) {
        this.language = language;
    }

    @Test
    void additionsAreConfirmedInTheWindowOfAdditionalAmounts() {
        Visitor ana = browser.ana(language);
        ana.edit("Padaria Aurora");
        ana.plus("Link Garçom", "Link Waiter");
        ana.plus("Link Garçom", "Link Waiter");
        ana.readsTotal("R$ 14,19", "R$14.19");
        ana.picture("edit");
        ana.press("Salvar", "Save");
        ana.readsTitle("Valores adicionais", "Additional amounts");
        ana.reads("22 de 31", "22 of 31");
        ana.reads("R$ 170,00", "R$170.00");
        ana.reads("12/03/2026 às 23:59", "Mar 12, 2026, 11:59 PM");
        ana.picture("additional-amounts");
        ana.press("Confirmar", "Confirm");
        ana.reads("Link Garçom: de 0 para 2, liberado na hora", "Link Waiter: from 0 to 2, released at once");
        ana.page.goBack();
        ana.reads("Os valores adicionais foram confirmados", "The additional amounts were confirmed");
    }

    @Test
    void canceledAdditionsChangeNothing() {
        Visitor ana = browser.ana(language);
        ana.edit("Padaria Aurora");
        ana.plus("Link Garçom", "Link Waiter");
        ana.press("Salvar", "Save");
        ana.press("Cancelar", "Cancel");
        ana.reads("Os valores adicionais foram cancelados", "The additional amounts were canceled");
        assertThat(browser.portal().pipeline.licenses("padaria").products()).doesNotContainKey("link-garcom");
    }

    @Test
    void amountsAreConfirmedInTimeOnly() {
        Visitor ana = browser.ana(language);
        ana.edit("Padaria Aurora");
        ana.plus("Link Garçom", "Link Waiter");
        ana.press("Salvar", "Save");
        ana.readsTitle("Valores adicionais", "Additional amounts");
        browser.portal().clock.set("2026-03-13T15:00:00Z");
        ana.press("Confirmar", "Confirm");
        ana.reads("terminou em 12/03/2026 às 23:59", "ended on Mar 12, 2026, 11:59 PM");
        ana.page.goBack();
        ana.reads("O prazo para confirmar terminou", "The time to confirm is over");
    }

    @Test
    void removalSaysUntilWhenAndIsPutBackAtNoCost() {
        Visitor ana = browser.ana(language);
        ana.edit("Padaria Aurora");
        ana.page.locator("#q-cloud").uncheck();
        ana.readsTotal(
                "Cloud sai em 01/04/2026; disponível até 31/03/2026",
                "Cloud leaves on Apr 1, 2026; available until Mar 31, 2026");
        ana.picture("edit-removal");
        ana.press("Salvar", "Save");
        ana.reads(
                "Cloud sai em 01/04/2026; disponível até 31/03/2026",
                "Cloud leaves on Apr 1, 2026; available until Mar 31, 2026");
        ana.picture("removal");
        ana.edit("Padaria Aurora");
        ana.reads("até 31/03/2026", "until Mar 31, 2026");
        ana.picture("edit-leaving");
        ana.page.locator("#q-cloud").check();
        ana.readsTotal("Cloud continua no próximo mês (1), sem custo", "Cloud stays next month (1), at no cost");
        ana.press("Salvar", "Save");
        ana.reads("Cloud continua no próximo mês (1), sem custo", "Cloud stays next month (1), at no cost");
    }

    @Test
    void whatCannotStandAloneIsExplainedAndKept() {
        Visitor ana = browser.ana(language);
        ana.edit("Mercado São João");
        ana.plus("Link Móvel", "Link Mobile");
        ana.page.locator("#q-cloud").uncheck();
        ana.press("Salvar", "Save");
        ana.reads("Link Móvel precisa também de Cloud", "Link Mobile also needs Cloud");
        assertThat(ana.page.locator("#q-link-movel")).hasValue("1");
        ana.picture("edit-refused");
    }

    @Test
    void windowShowsAlsoWhatChangesAtNoCost() {
        Visitor ana = browser.ana(language);
        ana.edit("Mercado São João");
        ana.page.locator("#q-pagamento-integrado").check();
        ana.minus("Link Garçom", "Link Waiter");
        ana.press("Salvar", "Save");
        ana.readsTitle("Valores adicionais", "Additional amounts");
        ana.reads("Link Garçom: 2 a partir de 01/04/2026", "Link Waiter: 2 from Apr 1, 2026");
        ana.picture("additional-amounts-removal");
    }

    @Test
    void systemIsChangedAndWhatDoesNotFitLeaves() {
        Visitor ana = browser.ana(language);
        ana.edit("Mercado São João");
        ana.page.getByText(ana.say("Navi Vendas/PDV+", "Navi Sales/PDV+")).click();
        assertThat(ana.page.locator("#on-link-garcom")).isDisabled();
        ana.readsTotal("Sistema: de Link para Navi Vendas/PDV+", "System: from Link to Navi Sales/PDV+");
        ana.readsTotal("Link Garçom sai em 01/04/2026", "Link Waiter leaves on Apr 1, 2026");
        ana.picture("edit-system");
        ana.press("Salvar", "Save");
        ana.readsTitle("Valores adicionais", "Additional amounts");
        ana.reads("Link Garçom sai em 01/04/2026", "Link Waiter leaves on Apr 1, 2026");
        ana.picture("additional-amounts-system");
        ana.press("Confirmar", "Confirm");
        ana.reads("Sistema: de Link para Navi Vendas/PDV+", "System: from Link to Navi Sales/PDV+");
        ana.edit("Mercado São João");
        ana.reads("disponíveis só até 31/03/2026", "available only until Mar 31, 2026");
        assertThat(ana.page.locator("#on-link-garcom")).isDisabled();
    }

    @Test
    void nameTaxIdContactAndMethodAreEditedBesideTheProducts() {
        Visitor ana = browser.ana(language);
        ana.edit("Padaria Aurora");
        ana.page.locator("#nome").fill("Padaria Aurora e Filhos");
        ana.page.locator("#documento").fill("33.000.167/0001-01");
        ana.press("Salvar", "Save");
        ana.reads("Já existe um cliente seu com este CNPJ ou CPF", "You already have a customer with this CNPJ or CPF");
        assertThat(ana.page.locator("#nome")).hasValue("Padaria Aurora e Filhos");
        ana.page.locator("#documento").fill("60.746.948/0001-12");
        ana.page.locator("#contato").fill("Rosa, (11) 5555-0100");
        ana.press("Salvar", "Save");
        ana.reads("Os dados do cliente foram salvos", "The customer data was saved");
        ana.readsTitle("Padaria Aurora e Filhos", "Padaria Aurora e Filhos");
        ana.page.getByText(ana.say("Renova sozinho", "Renews by itself")).click();
        ana.plus("Link Garçom", "Link Waiter");
        ana.page.locator("#q-cloud").uncheck();
        ana.press("Salvar", "Save");
        ana.readsTitle("Valores adicionais", "Additional amounts");
        ana.press("Confirmar", "Confirm");
        ana.reads("Link Garçom liberado na hora", "Link Waiter released at once");
        ana.go("Gestão de cobranças", "Managed billing");
        assertThat(ana.row("Padaria Aurora e Filhos")).hasCount(1);
    }

    @Test
    void renewalMethodAloneIsSavedToo() {
        Visitor ana = browser.ana(language);
        ana.go("Renovação manual", "Manual renewal");
        ana.choose("Padaria Aurora", "Editar", "Edit");
        ana.page.getByText(ana.say("Renova sozinho", "Renews by itself")).click();
        ana.press("Salvar", "Save");
        ana.reads("Passa a usar Gestão de cobranças", "Now uses Managed billing");
    }

    @Test
    void expiredCustomerIsEditedAtNoCostBeforeItRenews() {
        Visitor ana = browser.ana(language);
        ana.go("Renovação manual", "Manual renewal");
        ana.choose("Cantina da Nona", "Editar", "Edit");
        ana.reads("O mês não está pago", "The month is not paid");
        ana.page.locator("#q-cloud").uncheck();
        ana.plus("Link Garçom", "Link Waiter");
        ana.readsTotal("Cloud: de 1 para 0, sem custo", "Cloud: from 1 to 0, at no cost");
        ana.readsTotal("Link Garçom: de 0 para 1, sem custo", "Link Waiter: from 0 to 1, at no cost");
        ana.picture("edit-expired");
        ana.press("Salvar", "Save");
        ana.reads("Cloud saiu", "Cloud left");
        ana.go("Renovação manual", "Manual renewal");
        ana.choose("Cantina da Nona", "Renovar por R$ 130,00", "Renew for R$130.00");
        ana.reads("Status: de Expirado para Ativo", "Status: from Expired to Active");
    }

    @Test
    void cancelledContractHasItsDataEditedOnly() {
        browser.portal().request("padaria", TestPortal.ANA, RequestBuilder.cancel());
        Visitor ana = browser.ana(language);
        ana.edit("Padaria Aurora");
        ana.reads("só os dados do cliente podem ser alterados", "only the customer data can be changed");
        assertThat(ana.page.locator("#produtos")).hasCount(0);
        ana.page.locator("#contato").fill("Rosa");
        ana.press("Salvar", "Save");
        ana.reads("Os dados do cliente foram salvos", "The customer data was saved");
    }

    @Test
    void savingWithoutAChangeSaysSo() {
        Visitor ana = browser.ana(language);
        ana.edit("Padaria Aurora");
        ana.press("Salvar", "Save");
        ana.reads("Nada foi alterado", "Nothing was changed");
        ana.page.reload();
        ana.reads("Nada foi alterado", "Nothing was changed");
    }

    @Test
    void staleEditShowsWhatChangedAndKeepsTheInput() {
        Visitor ana = browser.ana(language);
        ana.edit("Padaria Aurora");
        ana.plus("Link Garçom", "Link Waiter");
        browser.portal()
                .request(
                        "padaria",
                        TestPortal.ANA,
                        RequestBuilder.add("ordem-pagamento", 1).accepting(10_000));
        ana.press("Salvar", "Save");
        ana.reads(
                "O cliente foi alterado depois que você abriu a tela",
                "The customer was changed after you opened the screen");
        ana.reads("Ordem de Pagamento liberado na hora", "Payment order released at once");
        assertThat(ana.page.locator("#q-link-garcom")).hasValue("1");
        ana.picture("edit-conflict");
        ana.press("Salvar", "Save");
        ana.readsTitle("Valores adicionais", "Additional amounts");
    }
}
