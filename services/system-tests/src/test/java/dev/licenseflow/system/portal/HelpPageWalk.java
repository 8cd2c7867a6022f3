package dev.licenseflow.system.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import dev.licenseflow.portal.browser.Chromium;
import dev.licenseflow.portal.browser.Language;
import dev.licenseflow.portal.browser.Visitor;
import java.util.List;

/** What a person does who has only the help page in hand, click by click, on the whole pipeline. */
final class HelpPageWalk {

    private static final String CUSTOMER = "Sorveteria Polar";
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 860;
    private static final int ATTEMPTS_BEFORE_LOCK = 5;

    private final Chromium chromium;
    private final String address;
    private final Visitor person;

    HelpPageWalk(Chromium chromium, String address) {
        this.chromium = chromium;
        this.address = address;
        this.person = new Visitor(window(), Language.PORTUGUESE);
    }

    void signIn(String email, String password) {
        person.signIn(email, password);
        person.readsTitle("Clientes", "Customers");
        List<Cookie> sessions = person.page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("PORTALSESSION"))
                .toList();
        assertThat(sessions).hasSize(1).allSatisfy(cookie -> {
            assertThat(cookie.httpOnly).isTrue();
            assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.LAX);
        });
    }

    /** A new customer is active as soon as the registration is confirmed. */
    void register() {
        person.page.getByText("+ Novo cliente").click();
        person.page.locator("#nome").fill(CUSTOMER);
        person.page.locator("#documento").fill("60.701.190/0001-04");
        person.plus("Link Móvel", "Link Mobile");
        person.plus("Link Móvel", "Link Mobile");
        person.readsTotal("Link Móvel precisa também de Cloud", "Link Mobile also needs Cloud");
        person.press("Incluir Cloud", "Include Cloud");
        assertThat(person.page.locator("#totais")).containsText("R$");
        person.press("Salvar", "Save");
        person.readsTitle("Confirmar licenças", "Confirm licenses");
        person.press("Confirmar", "Confirm");
        person.reads("Cliente cadastrado com Link", "Customer registered with Link");
        person.page.navigate("/clientes?busca=polar");
        assertThat(person.row(CUSTOMER)).containsText("Ativo");
    }

    /** An edit that adds something opens the window of the additional amounts; what is confirmed is released at once. */
    void add() {
        person.edit(CUSTOMER);
        person.plus("Link Garçom", "Link Waiter");
        person.plus("Link Garçom", "Link Waiter");
        person.press("Salvar", "Save");
        person.readsTitle("Valores adicionais", "Additional amounts");
        person.press("Confirmar", "Confirm");
        person.reads("Link Garçom: de 0 para 2, liberado na hora", "Link Waiter: from 0 to 2, released at once");
    }

    /** What is removed stays available until the month ends; put back, from another screen, it costs nothing. */
    void removeAndPutBack() {
        person.edit(CUSTOMER);
        person.minus("Link Garçom", "Link Waiter");
        person.press("Salvar", "Save");
        person.reads("disponíveis até", "available until");
        person.go("Renovação manual", "Manual renewal");
        person.choose(CUSTOMER, "Editar", "Edit");
        person.reads("colocar de volta não custa nada", "putting it back costs nothing");
        person.plus("Link Garçom", "Link Waiter");
        person.press("Salvar", "Save");
        person.reads(
                "Link Garçom continua no próximo mês (2), sem custo", "Link Waiter stays next month (2), at no cost");
    }

    /** With managed billing the customer is on the third screen, and no longer on the second. */
    void changeRenewal() {
        person.page.navigate("/clientes");
        person.choose(CUSTOMER, "Mudar para Gestão de cobranças", "Change to Managed billing");
        person.reads("Passa a usar Gestão de cobranças", "Now uses Managed billing");
        person.go("Gestão de cobranças", "Managed billing");
        person.choose(CUSTOMER, "Editar", "Edit");
        person.page.locator("#q-ordem-pagamento").check();
        person.press("Salvar", "Save");
        person.press("Cancelar", "Cancel");
        person.reads("Os valores adicionais foram cancelados", "The additional amounts were canceled");
    }

    void readHistory(String name) {
        person.page.navigate("/clientes");
        person.choose(CUSTOMER, "Histórico", "History");
        assertThat(person.page.locator(".timeline > li")).hasCount(8);
        person.reads(name, name);
        person.reads("Valores adicionais confirmados", "Additional amounts confirmed");
        person.reads("Valores adicionais cancelados", "Additional amounts canceled");
    }

    /** The list in front of the person changes by itself. */
    void watch(String customer, Runnable change) {
        person.page.navigate("/clientes");
        assertThat(person.row(customer)).containsText("Ativo");
        change.run();
        assertThat(person.row(customer)).containsText("Suspenso");
    }

    /** After several failures even the right password does not help. */
    void lockOut(String email, String password) {
        Visitor guesser = new Visitor(window(), Language.PORTUGUESE);
        for (int attempt = 0; attempt < ATTEMPTS_BEFORE_LOCK; attempt++) {
            guesser.signIn(email, "errada");
            guesser.reads("E-mail ou senha não conferem", "E-mail and password do not match");
        }
        guesser.signIn(email, password);
        guesser.reads("E-mail ou senha não conferem", "E-mail and password do not match");
        guesser.page.context().close();
    }

    private Page window() {
        return chromium.window(address, WIDTH, HEIGHT, true, Chromium.NO_COOKIES);
    }
}
