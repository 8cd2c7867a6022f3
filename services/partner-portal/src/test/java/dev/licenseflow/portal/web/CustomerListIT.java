package dev.licenseflow.portal.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.licenseflow.portal.browser.Language;
import dev.licenseflow.portal.browser.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Licenças → Clientes: the list and its ⋮ menu. */
@ParameterizedClass
@EnumSource(Language.class)
class CustomerListIT {

    @RegisterExtension
    private final BrowserExtension browser = new BrowserExtension();

    private final Language language;

    CustomerListIT(Language language) {
        this.language = language;
    }

    @Test
    void listSearchesFiltersAndSorts() {
        Visitor ana = browser.ana(language);
        assertThat(ana.page.locator("tbody tr")).hasCount(6);
        ana.picture("customers");
        ana.page.getByLabel(ana.say("Buscar", "Search")).fill("padaria");
        ana.press("Filtrar", "Filter");
        assertThat(ana.page.locator("tbody tr")).hasCount(1);
        ana.page.navigate("/clientes");
        ana.page.getByLabel("Status").selectOption("EXPIRED");
        ana.press("Filtrar", "Filter");
        assertThat(ana.page.locator("tbody tr")).hasCount(2);
        ana.page.navigate("/clientes");
        ana.page.locator("thead").getByText(ana.say("Nome", "Name")).click();
        assertThat(ana.page.locator("tbody th").first()).hasText("Padaria Aurora");
    }

    @Test
    void menuOffersWhatTheStatusAllows() {
        Visitor ana = browser.ana(language);
        assertThat(ana.menu("Livraria Lume")).containsText(ana.say("Retomar", "Resume"));
        assertThat(ana.menu("Cantina da Nona")).containsText(ana.say("Renovar", "Renew"));
        assertThat(ana.menu("Bar do Zé")).containsText(ana.say("Reativar", "Reactivate"));
        ana.page.navigate("/clientes?sentido=desc");
        Locator menu = ana.menu("Padaria Aurora");
        assertThat(menu).containsText(ana.say("Editar", "Edit"));
        assertThat(menu).containsText(ana.say("Suspender", "Suspend"));
        assertThat(menu).containsText(ana.say("Agendar a renovação", "Schedule the renewal of next month"));
        assertThat(menu).containsText(ana.say("Cancelar contrato", "Cancel the contract"));
        assertThat(menu).not().containsText(ana.say("Reativar", "Reactivate"));
        ana.picture("customers-menu");
    }

    @Test
    void suspendedCustomerIsResumed() {
        Visitor ana = browser.ana(language);
        ana.choose("Padaria Aurora", "Suspender", "Suspend");
        ana.reads("Status: de Ativo para Suspenso", "Status: from Active to Suspended");
        ana.picture("suspended");
        ana.page.navigate("/clientes");
        ana.choose("Padaria Aurora", "Retomar", "Resume");
        ana.reads("Status: de Suspenso para Ativo", "Status: from Suspended to Active");
    }

    @Test
    void renewalMethodChangesAndWithItTheScreens() {
        Visitor ana = browser.ana(language);
        ana.choose("Padaria Aurora", "Mudar para Gestão de cobranças", "Change to Managed billing");
        ana.reads("Passa a usar Gestão de cobranças", "Now uses Managed billing");
        ana.go("Renovação manual", "Manual renewal");
        assertThat(ana.row("Padaria Aurora")).hasCount(0);
        ana.go("Gestão de cobranças", "Managed billing");
        assertThat(ana.menu("Padaria Aurora")).containsText(ana.say("Editar", "Edit"));
    }
}
