package dev.licenseflow.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;

/** Every address, requested without signing in and by a person of another partner. */
class OutsidersIT {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static TestPortal portal;

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @BeforeAll
    static void open() {
        portal = new TestPortal();
    }

    @AfterAll
    static void close() {
        portal.close();
    }

    @Test
    void nobodyIsSentToSignIn() throws Exception {
        List<String> pages = portal.addresses(HttpMethod.GET, path -> !path.equals("/entrar"));
        assertThat(pages).contains("/clientes", "/clientes/alheio/historico", "/mudancas");
        for (String page : pages) {
            HttpResponse<String> answer = get(page);
            assertThat(answer.statusCode()).as(page).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/entrar");
        }
    }

    @Test
    void nobodyCanAskForAnything() throws Exception {
        String token = token(get("/entrar"));
        List<String> actions = portal.addresses(HttpMethod.POST, path -> true);
        assertThat(actions).contains("/clientes/novo", "/clientes/alheio/suspender");
        for (String action : actions) {
            HttpResponse<String> answer = post(action, token);
            assertThat(answer.statusCode()).as(action).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/entrar");
        }
    }

    @Test
    void customersOfAnotherPartnerDoNotExist() throws Exception {
        signIn();
        for (String page : portal.addresses(HttpMethod.GET, OutsidersIT::isOfACustomer)) {
            assertThat(get(page).statusCode()).as(page).isEqualTo(404);
        }
        String token = token(get("/clientes"));
        long before = portal.requestsSent();
        for (String action : portal.addresses(HttpMethod.POST, OutsidersIT::isOfACustomer)) {
            assertThat(post(action, token).statusCode()).as(action).isEqualTo(404);
        }
        assertThat(portal.requestsSent()).isEqualTo(before);
        assertThat(get("/clientes").body()).doesNotContain("Hotel Litoral");
        assertThat(get("/gestao-de-cobrancas").body()).doesNotContain("Hotel Litoral");
    }

    @Test
    void actionsNeedTheTokenOfThePage() throws Exception {
        signIn();
        assertThat(post("/clientes/padaria/suspender", "wrong").statusCode()).isEqualTo(403);
    }

    @Test
    void whoSignsOutWhileAPageListensLeavesNoFailureBehind() throws Exception {
        signIn();
        String token = token(get("/clientes"));
        ListAppender<ILoggingEvent> failures = new ListAppender<>();
        failures.start();
        Logger container = (Logger) LoggerFactory.getLogger("org.apache.catalina.core");
        container.addAppender(failures);
        try (InputStream changes = client.send(
                        HttpRequest.newBuilder(URI.create(portal.address() + "/mudancas"))
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream())
                .body()) {
            assertThat(changes.read()).isPositive();
            portal.awaitReader();
            assertThat(post("/sair", token).statusCode()).isEqualTo(302);
        }
        await().until(() -> {
            portal.notifyPages("padaria");
            return !portal.isRead();
        });
        container.detachAppender(failures);
        assertThat(failures.list).isEmpty();
    }

    @Test
    void pagesAllowNoScriptOfOthers() throws Exception {
        assertThat(get("/entrar")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElse(""))
                .contains("default-src 'self'")
                .doesNotContain("unsafe");
    }

    private static boolean isOfACustomer(String path) {
        return path.contains("/alheio");
    }

    private void signIn() throws IOException, InterruptedException {
        Map<String, String> fields = new TreeMap<>();
        fields.put("username", TestPortal.ANA.email());
        fields.put("password", TestPortal.PASSWORD);
        assertThat(post("/entrar", token(get("/entrar")), fields).statusCode()).isEqualTo(302);
    }

    private static String token(HttpResponse<String> page) {
        Matcher found = TOKEN.matcher(page.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(portal.address() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String token) throws IOException, InterruptedException {
        Map<String, String> fields = new TreeMap<>();
        fields.put("requestId", UUID.randomUUID().toString());
        fields.put("valor", "100");
        fields.put("metodo", "MANUAL");
        return post(path, token, fields);
    }

    private HttpResponse<String> post(String path, String token, Map<String, String> fields)
            throws IOException, InterruptedException {
        fields.put("_csrf", token);
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                .append('&'));
        return client.send(
                HttpRequest.newBuilder(URI.create(portal.address() + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
