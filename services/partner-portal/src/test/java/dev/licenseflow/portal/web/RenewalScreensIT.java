package dev.licenseflow.portal.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.licenseflow.portal.browser.Language;
import dev.licenseflow.portal.browser.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Renovação manual and Gestão de cobranças. */
@ParameterizedClass
@EnumSource(Language.class)
class RenewalScreensIT {

    @RegisterExtension
    private final BrowserExtension browser = new BrowserExtension();

    private final Language language;

    RenewalScreensIT(Language language) {
        this.language = language;
    }

    @Test
    void manualRenewalRenewsAndSaysWhatIsOpen() {
        Visitor ana = browser.ana(language);
        ana.go("Renovação manual", "Manual renewal");
        assertThat(ana.row("Mercado São João")).hasCount(0);
        ana.row("Empório Central").locator("summary").click();
        ana.reads("fevereiro de 2026, Link: R$ 111,43", "February 2026, Link: R$111.43");
        ana.picture("manual-renewal");
        ana.row("Empório Central").getByText(ana.say("Renovar", "Renew")).click();
        ana.reads(
                "Há uma cobrança de meses anteriores em aberto, no total de R$ 111,43. Ela precisa ser paga antes.",
                "One charge of earlier months is open, R$111.43 in total. It has to be paid first.");
        ana.reads(
                "fevereiro de 2026, Link: R$ 111,43, vence em 28/02/2026",
                "February 2026, Link: R$111.43, due on Feb 28, 2026");
        ana.picture("renewal-refused");
        ana.go("Renovação manual", "Manual renewal");
        ana.row("Cantina da Nona").getByText(ana.say("Renovar", "Renew")).click();
        ana.reads("Status: de Vencido para Ativo", "Status: from Expired to Active");
        ana.go("Renovação manual", "Manual renewal");
        ana.row("Cantina da Nona").getByText(ana.say("Editar", "Edit")).click();
        assertThat(ana.page.locator(".crumb")).hasText(ana.say("Renovação manual", "Manual renewal"));
        ana.plus("Link Garçom", "Link Waiter");
        ana.press("Salvar", "Save");
        ana.press("Confirmar", "Confirm");
        ana.reads("Link Garçom liberado na hora", "Link Waiter released at once");
        ana.page.getByText(ana.say("Voltar à lista", "Back to the list")).click();
        ana.readsTitle("Renovação manual", "Manual renewal");
    }

    @Test
    void manualRenewalListsWhoOwesOrIsOver() {
        Visitor ana = browser.ana(language);
        ana.go("Renovação manual", "Manual renewal");
        assertThat(ana.page.locator("tbody th"))
                .hasText(new String[] {"Cantina da Nona", "Empório Central", "Livraria Lume", "Padaria Aurora"});
        browser.portal().settleAll("padaria");
        ana.page.reload();
        assertThat(ana.page.locator("tbody th"))
                .hasText(new String[] {"Cantina da Nona", "Empório Central", "Livraria Lume"});
    }

    @Test
    void managedBillingShowsChargesAndLeadsToTheForm() {
        Visitor ana = browser.ana(language);
        ana.go("Gestão de cobranças", "Managed billing");
        ana.reads("Liquidada em 02/03/2026", "Settled on Mar 2, 2026");
        ana.reads("Em aberto", "Open");
        assertThat(ana.page.locator("main")).not().containsText("Padaria Aurora");
        ana.picture("managed-billing");
        ana.page
                .getByLabel(ana.say("Editar Mercado São João", "Edit Mercado São João"))
                .click();
        assertThat(ana.page.locator(".crumb")).hasText(ana.say("Gestão de cobranças", "Managed billing"));
        ana.plus("Link Garçom", "Link Waiter");
        ana.press("Salvar", "Save");
        ana.press("Confirmar", "Confirm");
        ana.reads("Link Garçom: de 3 para 4, liberado na hora", "Link Waiter: from 3 to 4, released at once");
    }
}
