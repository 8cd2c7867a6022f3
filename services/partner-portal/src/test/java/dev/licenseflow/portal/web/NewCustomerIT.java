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

/** + Novo cliente, repeated registrations and reactivations. */
@ParameterizedClass
@EnumSource(Language.class)
class NewCustomerIT {

    @RegisterExtension
    private final BrowserExtension browser = new BrowserExtension();

    private final Language language;

    NewCustomerIT(Language language) {
        this.language = language;
    }

    @Test
    void newCustomerIsActiveAfterConfirmation() {
        Visitor ana = browser.ana(language);
        ana.page.getByText(ana.say("+ Novo cliente", "+ New customer")).click();
        ana.press("Salvar", "Save");
        ana.reads("Informe o nome do cliente.", "Enter the name of the customer.");
        ana.page.locator("#nome").fill("Sorveteria Polar");
        ana.page.locator("#documento").fill("11.222.333/0001-8");
        ana.press("Salvar", "Save");
        ana.reads("Este CNPJ ou CPF não é válido", "This CNPJ or CPF is not valid");
        ana.picture("new-customer-faults");
        ana.page.locator("#documento").fill("11.222.333/0001-81");
        ana.page.getByText(ana.say("Navi Vendas/PDV+", "Navi Sales/PDV+")).click();
        assertThat(ana.page.locator("#on-link-garcom")).isDisabled();
        assertThat(ana.page.locator("#produtos"))
                .containsText(
                        ana.say("(disponível apenas para o sistema Link)", "(available for the system Link only)"));
        ana.picture("new-customer-navi");
        ana.page.locator("label.choice").first().click();
        assertThat(ana.page.locator("#on-link-garcom")).isEnabled();
        ana.plus("Link Móvel", "Link Mobile");
        ana.plus("Link Móvel", "Link Mobile");
        ana.plus("Link Móvel", "Link Mobile");
        ana.minus("Link Móvel", "Link Mobile");
        ana.readsTotal("Link Móvel precisa também de Cloud", "Link Mobile also needs Cloud");
        ana.picture("new-customer-offer");
        ana.press("Incluir Cloud", "Include Cloud");
        assertThat(ana.page.locator("#q-cloud")).isChecked();
        assertThat(ana.button(ana.say("Incluir Cloud", "Include Cloud"))).hasCount(0);
        ana.readsTotal("R$ 200,00", "R$200.00");
        ana.readsTotal("R$ 141,93", "R$141.93");
        ana.picture("new-customer");
        ana.press("Salvar", "Save");
        ana.readsTitle("Confirmar licenças", "Confirm licenses");
        ana.reads("R$ 141,93", "R$141.93");
        ana.picture("new-customer-confirm");
        ana.press("Confirmar", "Confirm");
        ana.reads("Cliente cadastrado com Link", "Customer registered with Link");
        ana.picture("new-customer-done");
        ana.page.navigate("/clientes?busca=polar");
        assertThat(ana.row("Sorveteria Polar")).containsText(ana.say("Ativo", "Active"));
    }

    @Test
    void taxIdThatIsTakenMeanwhileIsSaidAndNothingIsSent() {
        Visitor ana = browser.ana(language);
        ana.enterNewCustomer("Sorveteria Polar", "11.222.333/0001-81");
        ana.page.locator("#q-cloud").check();
        ana.press("Salvar", "Save");
        ana.readsTitle("Confirmar licenças", "Confirm licenses");
        browser.portal()
                .register(
                        "colega",
                        TestPortal.ANA,
                        "Polar Sorvetes",
                        "11.222.333/0001-81",
                        RequestBuilder.register("link"));
        long before = browser.portal().requestsSent();
        ana.press("Confirmar", "Confirm");
        ana.reads("Já existe um cliente seu com este CNPJ ou CPF", "You already have a customer with this CNPJ or CPF");
        assertThat(ana.page.locator("#nome")).hasValue("Sorveteria Polar");
        assertThat(browser.portal().requestsSent()).isEqualTo(before);
    }

    @Test
    void refusedRegistrationIsCompleted() {
        browser.portal()
                .register(
                        "pendente",
                        TestPortal.ANA,
                        "Bar da Esquina",
                        "11.222.333/0001-81",
                        RequestBuilder.register("link").with("link-movel", 1));
        Visitor ana = browser.ana(language);
        assertThat(ana.row("Bar da Esquina")).containsText(ana.say("Em cadastro", "Registering"));
        ana.choose("Bar da Esquina", "Concluir cadastro", "Complete registration");
        ana.page.locator("#q-cloud").check();
        ana.plus("Link Móvel", "Link Mobile");
        ana.press("Salvar", "Save");
        ana.picture("registration-completed");
        ana.press("Confirmar", "Confirm");
        ana.reads("Cliente cadastrado com Link", "Customer registered with Link");
    }

    /** Its old tax id does not stand in the way. */
    @Test
    void inactiveCustomerCanAlsoBeginAnew() {
        Visitor ana = browser.ana(language);
        ana.enterNewCustomer("Bar do Zé Filho", "529.982.247-25");
        ana.page.locator("#contato").fill("ze@bar.example");
        ana.press("Salvar", "Save");
        ana.readsTitle("Confirmar licenças", "Confirm licenses");
        ana.press("Confirmar", "Confirm");
        ana.reads("Cliente cadastrado com Link", "Customer registered with Link");
        ana.page.navigate("/clientes?busca=529.982.247-25");
        assertThat(ana.page.locator("tbody th")).hasText(new String[] {"Bar do Zé", "Bar do Zé Filho"});
        ana.enterNewCustomer("Mais um", "529.982.247-25");
        ana.press("Salvar", "Save");
        ana.reads("Já existe um cliente seu com este CNPJ ou CPF", "You already have a customer with this CNPJ or CPF");
    }

    @Test
    void inactiveCustomerComesBack() {
        Visitor ana = browser.ana(language);
        ana.choose("Bar do Zé", "Reativar", "Reactivate");
        assertThat(ana.page.locator("#on-link-garcom")).isDisabled();
        ana.page.locator("label.choice").first().click();
        assertThat(ana.page.locator("#on-link-garcom")).isEnabled();
        ana.page.locator("#q-cloud").check();
        ana.press("Salvar", "Save");
        ana.press("Confirmar", "Confirm");
        ana.reads("Status: de Inativo para Ativo", "Status: from Inactive to Active");
        ana.reads("Sistema: de Navi Vendas/PDV+ para Link", "System: from Navi Sales/PDV+ to Link");
        ana.page.goBack();
        ana.readsTitle("Histórico de Bar do Zé", "History of Bar do Zé");
    }
}
