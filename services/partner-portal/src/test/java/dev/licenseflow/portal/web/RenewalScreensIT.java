package dev.licenseflow.portal.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.licenseflow.portal.browser.Language;
import dev.licenseflow.portal.browser.Visitor;
import java.util.List;
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
        ana.row("Empório Central").locator("summary.number").click();
        ana.reads("fevereiro de 2026, Link: R$ 111,43", "February 2026, Link: R$111.43");
        ana.picture("manual-renewal");
        ana.row("Empório Central").locator(".buttons > form button").click();
        ana.reads(
                "Há uma cobrança de meses anteriores em aberto, no total de R$ 111,43. Ela precisa ser paga antes.",
                "One charge of earlier months is open, R$111.43 in total. It has to be paid first.");
        ana.reads(
                "fevereiro de 2026, Link: R$ 111,43, vence em 28/02/2026",
                "February 2026, Link: R$111.43, due on Feb 28, 2026");
        ana.picture("renewal-refused");
        ana.go("Renovação manual", "Manual renewal");
        ana.choose("Cantina da Nona", "Renovar por", "Renew for");
        ana.reads("Status: de Expirado para Ativo", "Status: from Expired to Active");
        ana.go("Renovação manual", "Manual renewal");
        ana.choose("Cantina da Nona", "Editar", "Edit");
        assertThat(ana.page.locator(".crumb")).hasText(ana.say("Renovação manual", "Manual renewal"));
        ana.plus("Link Garçom", "Link Waiter");
        ana.press("Salvar", "Save");
        ana.press("Confirmar", "Confirm");
        ana.reads("Link Garçom liberado na hora", "Link Waiter released at once");
        ana.page.getByText(ana.say("Voltar à lista", "Back to the list")).click();
        ana.readsTitle("Renovação manual", "Manual renewal");
    }

    @Test
    void manualRenewalListsAllWhoRenewByHandThoseThatExpireNextFirst() {
        for (String customer : List.of("padaria", "suspenso")) {
            browser.portal().settleAll(customer);
        }
        Visitor ana = browser.ana(language);
        ana.go("Renovação manual", "Manual renewal");
        assertThat(ana.page.locator("tbody th")).hasText(new String[] {
            "Cantina da Nona", "Empório Central", "Livraria Lume", "Padaria Aurora", "Bar do Zé"
        });
    }

    @Test
    void renewalIsScheduledAndTakenBack() {
        Visitor ana = browser.ana(language);
        ana.go("Renovação manual", "Manual renewal");
        ana.choose("Padaria Aurora", "Agendar a renovação do próximo mês", "Schedule the renewal of next month");
        ana.reads("Renovação agendada para o próximo mês", "Renewal scheduled for the next month");
        ana.page.getByText(ana.say("Voltar à lista", "Back to the list")).click();
        ana.readsTitle("Renovação manual", "Manual renewal");
        assertThat(ana.row("Padaria Aurora")).containsText(ana.say("Renovação agendada", "Renewal scheduled"));
        ana.menu("Padaria Aurora");
        ana.picture("manual-renewal-menu");
        ana.page.keyboard().press("Escape");
        ana.choose("Padaria Aurora", "Cancelar o agendamento", "Take the scheduled renewal back");
        ana.reads("A renovação não está mais agendada", "Renewal no longer scheduled");
    }

    @Test
    void contractIsCancelledAndGoesOn() {
        Visitor ana = browser.ana(language);
        ana.go("Gestão de cobranças", "Managed billing");
        ana.choose("Mercado São João", "Cancelar contrato", "Cancel the contract");
        ana.reads("O contrato termina em 31/03/2026", "The contract ends on Mar 31, 2026");
        ana.picture("cancel");
        ana.press("Cancelar contrato", "Cancel the contract");
        ana.reads("Contrato cancelado: termina com o mês pago", "Contract canceled: it ends with the paid month");
        ana.go("Gestão de cobranças", "Managed billing");
        ana.reads("Contrato cancelado, até 31/03/2026", "Contract canceled, until Mar 31, 2026");
        ana.picture("managed-billing-cancelled");
        ana.choose("Mercado São João", "Desfazer o cancelamento", "Withdraw the cancellation");
        ana.reads("O contrato continua", "The contract goes on");
    }

    @Test
    void whoHasNotPaidIsInactiveAtOnce() {
        Visitor ana = browser.ana(language);
        ana.choose("Empório Central", "Cancelar contrato", "Cancel the contract");
        ana.reads("fica inativo assim que você confirmar", "becomes inactive as soon as you confirm");
        ana.reads("O que está em aberto continua a pagar", "What is open still has to be paid");
        ana.press("Cancelar contrato", "Cancel the contract");
        ana.reads("Status: de Expirado para Inativo", "Status: from Expired to Inactive");
    }

    @Test
    void managedBillingShowsChargesAndLeadsToTheForm() {
        Visitor ana = browser.ana(language);
        ana.go("Gestão de cobranças", "Managed billing");
        ana.reads("Liquidada em 02/03/2026", "Settled on Mar 2, 2026");
        ana.reads("Em aberto", "Open");
        assertThat(ana.page.locator("main")).not().containsText("Padaria Aurora");
        ana.picture("managed-billing");
        Locator menu = ana.menu("Mercado São João");
        assertThat(menu).containsText(ana.say("Suspender", "Suspend"));
        assertThat(menu).containsText(ana.say("Mudar para Renovação manual", "Change to Manual renewal"));
        assertThat(menu).containsText(ana.say("Histórico", "History"));
        ana.picture("managed-billing-menu");
        menu.getByText(ana.say("Editar", "Edit")).click();
        assertThat(ana.page.locator(".crumb")).hasText(ana.say("Gestão de cobranças", "Managed billing"));
        ana.plus("Link Garçom", "Link Waiter");
        ana.press("Salvar", "Save");
        ana.press("Confirmar", "Confirm");
        ana.reads("Link Garçom: de 3 para 4, liberado na hora", "Link Waiter: from 3 to 4, released at once");
    }
}
