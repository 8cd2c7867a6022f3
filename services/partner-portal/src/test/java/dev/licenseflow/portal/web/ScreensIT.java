package dev.licenseflow.portal.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.licenseflow.domain.fixture.RequestBuilder;
import dev.licenseflow.portal.account.PortalUser;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The paths of the help page, click by click. */
class ScreensIT {

    private static Chromium chromium;

    private static Stand stand;
    private Page page;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
        stand = new Stand();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
            stand.close();
        }
    }

    @BeforeEach
    void arrive() {
        stand.furnish();
        chromium.complaints.clear();
        page = signIn(Stand.ANA, 1280, 860, true);
    }

    @AfterEach
    void leave() {
        page.context().close();
        assertThat(chromium.complaints).isEmpty();
    }

    @Test
    void wrongPasswordSaysNothingAboutTheUser() {
        Page other = chromium.window(stand.address(), 1280, 860, true);
        other.navigate("/clientes");
        assertThat(other).hasURL(stand.address() + "/entrar");
        other.getByLabel("E-mail").fill(Stand.ANA.email());
        other.getByLabel("Senha").fill("errada");
        press(other, "Entrar");
        assertThat(other.getByRole(AriaRole.ALERT)).containsText("E-mail ou senha não conferem");
        shot(other, "sign-in-refused");
        other.context().close();
    }

    @Test
    void listSearchesFiltersAndSorts() {
        assertThat(page.locator("tbody tr")).hasCount(6);
        shot(page, "customers");
        page.getByLabel("Buscar").fill("padaria");
        press(page, "Filtrar");
        assertThat(page.locator("tbody tr")).hasCount(1);
        page.navigate("/clientes");
        page.getByLabel("Status").selectOption("EXPIRED");
        press(page, "Filtrar");
        assertThat(page.locator("tbody tr")).hasCount(2);
        page.navigate("/clientes");
        page.locator("thead")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Nome"))
                .click();
        assertThat(page.locator("tbody th").first()).hasText("Padaria Aurora");
    }

    @Test
    void menuOffersWhatTheStatusAllows() {
        assertThat(menu("Padaria Aurora")).containsText("Editar");
        assertThat(menu("Padaria Aurora")).containsText("Suspender");
        assertThat(menu("Padaria Aurora")).not().containsText("Reativar");
        assertThat(menu("Livraria Lume")).containsText("Retomar");
        assertThat(menu("Cantina da Nona")).containsText("Renovar");
        assertThat(menu("Cantina da Nona")).not().containsText("Editar");
        assertThat(menu("Bar do Zé")).containsText("Reativar");
        shot(page, "customers-menu");
        choose("Padaria Aurora", "Suspender");
        assertThat(page.locator("main")).containsText("Status: de Ativo para Suspenso");
        page.navigate("/clientes");
        choose("Padaria Aurora", "Retomar");
        assertThat(page.locator("main")).containsText("Status: de Suspenso para Ativo");
    }

    @Test
    void newCustomerIsActiveAfterConfirmation() {
        page.getByText("+ Novo cliente").click();
        press(page, "Salvar");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Informe o nome do cliente.");
        page.getByLabel("Nome").fill("Sorveteria Polar");
        page.getByLabel("CNPJ ou CPF").fill("11.222.333/0001-8");
        press(page, "Salvar");
        assertThat(page.locator("#documento-erro")).containsText("não é válido");
        shot(page, "new-customer-faults");
        page.getByLabel("CNPJ ou CPF").fill("11.222.333/0001-81");
        page.getByText("Navi Vendas/PDV+").click();
        assertThat(page.locator("#produtos")).not().containsText("Link Garçom");
        page.locator("label.choice").first().click();
        assertThat(page.locator("#produtos")).containsText("Link Garçom");
        plus("Link Móvel");
        plus("Link Móvel");
        assertThat(page.locator("#totais")).containsText("Link Móvel precisa também de Cloud");
        page.locator("#q-cloud").check();
        assertThat(page.locator("#totais")).containsText("R$ 200,00");
        assertThat(page.locator("#totais")).containsText("R$ 141,93");
        shot(page, "new-customer");
        press(page, "Salvar");
        assertThat(page.getByRole(AriaRole.HEADING)).hasText("Confirmar licenças");
        shot(page, "new-customer-confirm");
        press(page, "Confirmar");
        assertThat(page.locator("main")).containsText("Cliente cadastrado com Link");
        shot(page, "new-customer-done");
        page.reload();
        page.navigate("/clientes?busca=polar");
        assertThat(page.locator("tbody tr")).containsText("Ativo");
    }

    @Test
    void additionsAreConfirmedInTheWindowOfAdditionalAmounts() {
        edit("Padaria Aurora");
        plus("Link Garçom");
        plus("Link Garçom");
        assertThat(page.locator("#totais")).containsText("R$ 14,19");
        press(page, "Salvar");
        assertThat(page.getByRole(AriaRole.HEADING)).hasText("Valores adicionais");
        assertThat(page.locator(".amounts")).containsText("22 de 31");
        assertThat(page.locator(".totals")).containsText("R$ 170,00");
        assertThat(page.locator(".totals")).containsText("12/03/2026 às 23:59");
        shot(page, "additional-amounts");
        press(page, "Confirmar");
        assertThat(page.locator("main")).containsText("Link Garçom: de 0 para 2, liberado na hora");
        page.goBack();
        assertThat(page.locator("main")).containsText("Os valores adicionais foram confirmados");
    }

    @Test
    void canceledAdditionsChangeNothing() {
        edit("Padaria Aurora");
        plus("Link Garçom");
        press(page, "Salvar");
        press(page, "Cancelar");
        assertThat(page.locator("main")).containsText("Os valores adicionais foram cancelados");
        assertThat(stand.standIn.licenses("padaria").products()).doesNotContainKey("link-garcom");
    }

    @Test
    void removalSaysUntilWhenAndIsPutBackAtNoCost() {
        edit("Padaria Aurora");
        page.locator("#q-cloud").uncheck();
        press(page, "Salvar");
        assertThat(page.locator("main")).containsText("Cloud sai em 01/04/2026; disponível até 31/03/2026");
        shot(page, "removal");
        page.navigate("/clientes");
        edit("Padaria Aurora");
        assertThat(page.locator(".leaving")).containsText("até 31/03/2026");
        shot(page, "edit-leaving");
        page.locator("#q-cloud").check();
        press(page, "Salvar");
        assertThat(page.locator("main")).containsText("Cloud continua no próximo mês (1), sem custo");
    }

    @Test
    void staleEditShowsWhatChangedAndKeepsTheInput() {
        edit("Padaria Aurora");
        plus("Link Garçom");
        stand.request(
                "padaria", Stand.ANA, RequestBuilder.add("ordem-pagamento", 1).accepting(10_000));
        press(page, "Salvar");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("O cliente foi alterado depois que você abriu a tela");
        assertThat(page.locator("main")).containsText("Ordem de Pagamento liberado na hora");
        assertThat(page.locator("#q-link-garcom")).hasValue("1");
        shot(page, "edit-conflict");
        press(page, "Salvar");
        assertThat(page.getByRole(AriaRole.HEADING)).hasText("Valores adicionais");
    }

    @Test
    void manualRenewalRenewsAndSaysWhatIsOpen() {
        menuLink("Renovação manual");
        shot(page, "manual-renewal");
        row("Empório Central").getByText("Renovar").click();
        assertThat(page.locator("main")).containsText("cobrança(s) de meses anteriores em aberto");
        shot(page, "renewal-refused");
        menuLink("Renovação manual");
        row("Cantina da Nona").getByText("Renovar").click();
        assertThat(page.locator("main")).containsText("Status: de Vencido para Ativo");
        menuLink("Renovação manual");
        row("Cantina da Nona").getByText("Editar").click();
        assertThat(page.locator(".crumb")).hasText("Renovação manual");
    }

    @Test
    void managedBillingShowsChargesAndLeadsToTheForm() {
        menuLink("Gestão de cobranças");
        assertThat(page.locator("main")).containsText("Liquidada em 02/03/2026");
        assertThat(page.locator("main")).containsText("Em aberto");
        shot(page, "managed-billing");
        page.getByLabel("Editar Mercado São João").click();
        plus("Link Garçom");
        press(page, "Salvar");
        assertThat(page.getByRole(AriaRole.HEADING)).hasText("Valores adicionais");
    }

    @Test
    void inactiveCustomerComesBack() {
        choose("Bar do Zé", "Reativar");
        page.locator("#q-cloud").check();
        press(page, "Salvar");
        press(page, "Confirmar");
        assertThat(page.locator("main")).containsText("Status: de Inativo para Ativo");
    }

    @Test
    void historyTellsWhoWhenWhyAndTheCost() {
        stand.request("padaria", Stand.ANA, RequestBuilder.add("link-garcom", 2).accepting(10_000));
        stand.request("padaria", Stand.ANA, RequestBuilder.remove("cloud", 1));
        stand.request("padaria", Stand.ANA, RequestBuilder.add("link-movel", 2));
        choose("Padaria Aurora", "Histórico");
        assertThat(page.locator(".timeline")).containsText("Ana Souza");
        assertThat(page.locator(".timeline")).containsText("Link Móvel precisa também de Cloud");
        assertThat(page.locator(".timeline")).containsText("Custo: R$ 14,19");
        shot(page, "history");
    }

    @Test
    void otherProductsHaveMenusOfTheirOwn() {
        menuLink("TEF");
        assertThat(page.locator("main")).containsText("menu TEF");
        Chromium.assertAccessible(page);
        menuLink("Importação");
        assertThat(page.locator("main")).containsText("menu Importação");
        edit("Padaria Aurora");
        assertThat(page.locator("#q-cloud")).isVisible();
        assertThat(page.locator(".elsewhere").first()).containsText("Contratado em menu próprio");
    }

    @Test
    void slowAnswerResolvesByItself() {
        edit("Padaria Aurora");
        plus("Link Garçom");
        stand.standIn.set(StandIn.Line.SLOW);
        press(page, "Salvar");
        assertThat(page.getByRole(AriaRole.HEADING)).hasText("Em processamento");
        shot(page, "in-process");
        stand.standIn.set(StandIn.Line.ANSWERS);
        assertThat(page.getByRole(AriaRole.HEADING)).hasText("Valores adicionais");
    }

    @Test
    void requestWaitsWhileThePipelineIsAway() {
        edit("Padaria Aurora");
        page.locator("#q-cloud").uncheck();
        stand.standIn.set(StandIn.Line.CUT);
        press(page, "Salvar");
        assertThat(page.locator("#estado")).containsText("aguarda a conexão");
        stand.standIn.set(StandIn.Line.ANSWERS);
        assertThat(page.locator("main")).containsText("Cloud sai em");
    }

    @Test
    void formThatIsSentTwiceIsOneRequest() {
        int before = stand.standIn.requestsSent();
        edit("Padaria Aurora");
        plus("Link Garçom");
        page.evaluate("() => { const form = document.querySelector('form.with-side');"
                + " const send = () => fetch(form.action, {method: 'POST', body: new URLSearchParams(new FormData(form))});"
                + " return Promise.all([send(), send(), send()]); }");
        press(page, "Salvar");
        assertThat(page.getByRole(AriaRole.HEADING)).hasText("Valores adicionais");
        page.reload();
        assertThat(stand.standIn.requestsSent()).isEqualTo(before + 1);
    }

    @Test
    void worksWithoutScripts() {
        Page plain = signIn(Stand.ANA, 1280, 860, false);
        plain.navigate("/clientes/padaria/editar?tela=clientes");
        plain.locator("#q-link-garcom").fill("2");
        press(plain, "Salvar");
        assertThat(plain.getByRole(AriaRole.HEADING)).hasText("Valores adicionais");
        press(plain, "Confirmar");
        assertThat(plain.locator("main")).containsText("liberado na hora");
        plain.context().close();
    }

    @Test
    void englishIsOneClickAway() {
        page.getByText("English").click();
        assertThat(page.getByRole(AriaRole.HEADING)).hasText("Customers");
        shot(page, "customers-en");
        page.navigate("/clientes/padaria/editar");
        page.getByRole(AriaRole.BUTTON, named("One license of Link Waiter more"))
                .click();
        assertThat(page.locator("#totais")).containsText("R$7.10");
        shot(page, "edit-en");
        press(page, "Save");
        assertThat(page.getByRole(AriaRole.HEADING)).hasText("Additional amounts");
        assertThat(page.locator(".totals")).containsText("Mar 12, 2026, 11:59 PM");
        shot(page, "additional-amounts-en");
        press(page, "Confirm");
        assertThat(page.locator("main")).containsText("Link Waiter released at once");
        for (String path : new String[] {
            "/clientes/novo",
            "/clientes/padaria/historico",
            "/renovacao-manual",
            "/gestao-de-cobrancas",
            "/tef",
            "/importacao"
        }) {
            page.navigate(path);
            assertThat(page.locator("html")).hasAttribute("lang", "en");
            shot(page, path.substring(1).replace('/', '-') + "-en");
        }
        page.getByText("Português").click();
        assertThat(page.locator("html")).hasAttribute("lang", "pt-BR");
    }

    @Test
    void phoneShowsEverything() {
        Page phone = signIn(Stand.ANA, 360, 740, true);
        for (String path : new String[] {
            "/clientes",
            "/clientes/novo",
            "/clientes/padaria/editar",
            "/clientes/padaria/historico",
            "/renovacao-manual",
            "/gestao-de-cobrancas"
        }) {
            phone.navigate(path);
            assertThat((Boolean) phone.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("nothing of " + path + " is cut off")
                    .isTrue();
            shot(phone, "phone" + path.replace('/', '-'));
        }
        phone.navigate("/clientes/padaria/editar");
        phone.getByRole(AriaRole.BUTTON, named("Mais uma licença de Link Garçom"))
                .click();
        press(phone, "Salvar");
        assertThat(phone.getByRole(AriaRole.HEADING)).hasText("Valores adicionais");
        shot(phone, "phone-additional-amounts");
        phone.context().close();
    }

    @Test
    void keyboardOpensAndClosesTheMenu() {
        Locator menu = row("Padaria Aurora").locator("summary");
        menu.focus();
        page.keyboard().press("Enter");
        assertThat(row("Padaria Aurora").locator("details")).hasAttribute("open", "");
        page.keyboard().press("Tab");
        assertThat(row("Padaria Aurora").getByText("Editar")).isFocused();
        page.keyboard().press("Escape");
        assertThat(menu).isFocused();
    }

    private Page signIn(PortalUser user, int width, int height, boolean scripts) {
        Page window = chromium.window(stand.address(), width, height, scripts);
        window.navigate("/clientes");
        if (scripts) {
            shot(window, "sign-in");
        }
        window.getByLabel("E-mail").fill(user.email());
        window.getByLabel("Senha").fill(StandApplication.PASSWORD);
        press(window, "Entrar");
        assertThat(window.getByRole(AriaRole.HEADING)).hasText("Clientes");
        return window;
    }

    private static void press(Page window, String button) {
        window.getByRole(AriaRole.BUTTON, named(button).setExact(true)).click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private void plus(String product) {
        page.getByRole(AriaRole.BUTTON, named("Mais uma licença de " + product)).click();
    }

    private Locator row(String customer) {
        return page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(customer));
    }

    private Locator menu(String customer) {
        Locator details = row(customer).locator("details");
        details.locator("summary").click();
        return details;
    }

    private void choose(String customer, String action) {
        menu(customer).getByText(action).click();
    }

    private void edit(String customer) {
        page.navigate("/clientes");
        choose(customer, "Editar");
    }

    private void menuLink(String name) {
        page.locator("nav.menu").getByText(name).click();
    }

    /** Kept as an artefact of the build; what can be seen has to be accessible, too. */
    private static void shot(Page window, String name) {
        Chromium.assertAccessible(window);
        window.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/" + name + ".png")));
    }
}
