package dev.licenseflow.portal.api;

import static dev.licenseflow.portal.Samples.content;
import static dev.licenseflow.portal.Samples.customer;
import static dev.licenseflow.portal.Samples.registered;
import static dev.licenseflow.portal.Samples.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.database.Outbox;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.license.LicenseStatus;
import dev.licenseflow.domain.request.Channel;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.messaging.json.RequestJson;
import dev.licenseflow.portal.PortalDatabase;
import dev.licenseflow.portal.Samples;
import dev.licenseflow.portal.account.Accounts;
import dev.licenseflow.portal.customer.CustomerRepository;
import dev.licenseflow.portal.demo.DemoAccess;
import dev.licenseflow.portal.demo.DemoData;
import dev.licenseflow.portal.license.DecisionRepository;
import dev.licenseflow.portal.license.LicenseRepository;
import dev.licenseflow.portal.request.RecordedRequests;
import java.net.http.HttpResponse;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API for programs: what it answers, and to whom. */
class PortalApiIT {

    private static PortalDatabase database;
    private static PortalService service;
    private static Optional<String> mine;
    private static Optional<String> anothers;

    @BeforeAll
    static void start() {
        database = PortalDatabase.create();
        service = PortalService.start(database);
        Accounts accounts = service.bean(Accounts.class);
        mine = Optional.of(accounts.issueKey("p1", "test"));
        anothers = Optional.of(accounts.issueKey("p2", "test"));
        service.bean(CustomerRepository.class).add(customer("p1", "c1", "Padaria São João", "11222333000181"));
        service.bean(LicenseRepository.class)
                .enter(state("p1", "c1", LicenseStatus.ACTIVE, YearMonth.of(2026, 3), 1, 7_097));
        Decision registered = registered("p1", "c1", "r1");
        service.bean(DecisionRepository.class).enter(registered, content(registered), 0, 1);
        assertThat(send("r1").statusCode()).isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        service.close();
        database.close();
    }

    @Test
    void customersAreListedAndShown() {
        JsonNode list = json(service.get("/api/customers?search=padaria&status=ACTIVE", mine));
        assertThat(list.at("/total").asInt()).isEqualTo(1);
        assertThat(list.at("/items/0/taxId").asString()).isEqualTo("11222333000181");
        assertThat(json(service.get("/api/customers?status=EXPIRED", mine))
                        .at("/total")
                        .asInt())
                .isZero();

        JsonNode one = json(service.get("/api/customers/c1", mine));
        assertThat(one.at("/licenses/paidThrough").asString()).isEqualTo("2026-03");
        assertThat(one.at("/licenses/products/cloud/next").asInt()).isZero();
        assertThat(one.get("licenses").propertyNames())
                .containsExactlyInAnyOrder(
                        "system",
                        "renewalMethod",
                        "paidThrough",
                        "revision",
                        "products",
                        "openChargesCents",
                        "renewalScheduled",
                        "cancelled");
        assertThat(one.at("/status").asString()).isEqualTo("ACTIVE");

        JsonNode decisions = json(service.get("/api/customers/c1/decisions", mine));
        JsonNode decision = decisions.at("/items/0");
        assertThat(decision.get("causeId").asString()).isEqualTo("r1");
        assertThat(decision.get("decidedAt").asString()).isEqualTo("2026-03-10T09:00:00-03:00");
        assertThat(decision.get("quote").isNull()).isTrue();
        assertThat(json(send("r1"))).isEqualTo(decision);
    }

    @Test
    void aRequestThatIsDecidedIsAnsweredWithItsDecisionAndAnotherOneLater() {
        assertThat(json(send("r1")).at("/outcome").asString()).isEqualTo("APPLIED");

        HttpResponse<String> waiting = send("r2");

        assertThat(waiting.statusCode()).isEqualTo(202);
        assertThat(json(waiting).at("/published").asBoolean()).isFalse();
        String location = waiting.headers().firstValue("Location").orElseThrow();
        assertThat(location).isEqualTo("/api/customers/c1/requests/r2");
        assertThat(service.get(location + "?wait=10ms", mine).statusCode()).isEqualTo(202);
        assertThat(service.get(location, anothers).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsWrongIsAProblem() {
        String suspend = RequestJson.write(register("p1", "c1", "r1")).replace("MANUAL\"", "MANAGED_BILLING\"");

        problem(400, service.post("/api/requests", mine, "{}"));
        problem(400, service.get("/api/customers?size=101", mine));
        problem(400, service.get("/api/customers?page=-1", mine));
        problem(400, service.get("/api/customers?status=ODD", mine));
        problem(400, service.get("/api/customers/c1/requests/r1?wait=11s", mine));
        problem(400, service.get("/api/customers/c1/requests/r1?wait=soon", mine));
        problem(404, service.get("/api/customers/c1/requests/none", mine));
        problem(404, service.get("/api/customers/none/decisions", mine));
        problem(409, service.post("/api/requests", mine, suspend));
    }

    @Test
    void addressesAndMethodsThatAreNotThereAreProblemsToo() {
        problem(404, service.get("/api/none", mine));
        problem(405, service.post("/api/customers/c1", mine, "{}"));
        problem(405, service.get("/api/requests", mine));
        assertThat(service.get("/openapi.yaml/none", mine).statusCode()).isEqualTo(302);
    }

    @Test
    void aCustomerOfAProgramHasItsIdForANameUntilItIsEntered() {
        service.bean(LicenseRepository.class)
                .enter(state("p1", "c7", LicenseStatus.ACTIVE, YearMonth.of(2026, 3), 1, 0));
        JsonNode unnamed = json(service.get("/api/customers/c7", mine));
        assertThat(unnamed.at("/name").asString()).isEqualTo("c7");
        assertThat(unnamed.has("taxId")).isFalse();

        JsonNode named = json(service.put("/api/customers/c7", mine, entry("Mercado Sul", "33.000.167/0001-01")));
        assertThat(named.at("/status").asString()).isEqualTo("ACTIVE");
        service.put("/api/customers/c7", mine, entry("Mercado do Sul", "33000167000101"));
        assertThat(json(service.get("/api/customers/c7", mine)).at("/name").asString())
                .isEqualTo("Mercado do Sul");
        String withContact = entry("Mercado do Sul", "33000167000101").replace("}", ",\"contact\":\"Rui\"}");
        service.put("/api/customers/c7", mine, withContact);
        service.put("/api/customers/c7", mine, entry("Mercado do Sul", "33000167000101"));
        assertThat(json(service.get("/api/customers/c7", mine)).at("/contact").asString())
                .isEqualTo("Rui");

        problem(404, service.put("/api/customers/c7", anothers, entry("Meu", "33000167000101")));
        problem(409, service.put("/api/customers/c8", mine, entry("Outro", "33000167000101")));
        problem(400, service.put("/api/customers/c8", mine, entry("Outro", "33000167000102")));
        problem(400, service.put("/api/customers/c8", mine, entry("  ", "60701190000104")));
        problem(400, service.put("/api/customers/c%208", mine, entry("Outro", "60701190000104")));
        problem(400, service.put("/api/customers/c8", mine, "{}"));
        problem(401, service.put("/api/customers/c8", Optional.empty(), "{}"));
    }

    private static String entry(String name, String taxId) {
        return "{\"name\":\"" + name + "\",\"taxId\":\"" + taxId + "\"}";
    }

    @Test
    void anotherPartnerSeesAndDoesNothingHere() {
        assertThat(json(service.get("/api/customers", anothers)).at("/total").asInt())
                .isZero();
        problem(404, service.get("/api/customers/c1", anothers));
        problem(404, service.get("/api/customers/c1/decisions", anothers));
        problem(404, service.get("/api/customers/c1/requests/r1", anothers));
        problem(403, service.post("/api/requests", anothers, RequestJson.write(register("p1", "c1", "r8"))));
        problem(404, service.post("/api/requests", anothers, RequestJson.write(register("p2", "c1", "r9"))));
        assertThat(service.bean(RecordedRequests.class).isPublished("p2", "c1", "r9"))
                .isEmpty();
    }

    @Test
    void nobodyGetsInAnywhere() {
        for (Optional<String> key : List.of(Optional.<String>empty(), Optional.of("lfk_wrong"))) {
            problem(401, service.get("/api/customers", key));
            problem(401, service.get("/api/customers/c1", key));
            problem(401, service.get("/api/customers/c1/decisions", key));
            problem(401, service.get("/api/customers/c1/requests/r1", key));
            problem(401, service.post("/api/requests", key, RequestJson.write(register("p1", "c1", "r8"))));
            problem(401, service.get("/api/none", key));
        }
        assertThat(service.get("/clientes", mine).statusCode()).isEqualTo(302);
        assertThat(service.get("/actuator/env", mine).statusCode()).isIn(302, 403);
        assertThat(service.get("/actuator/health/readiness", Optional.empty()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void pagesAreSentWithAContentPolicy() {
        assertThat(service.get("/actuator/health", Optional.empty()).headers().firstValue("Content-Security-Policy"))
                .hasValue("default-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'self'");
    }

    @Test
    void demonstrationDataIsMadeOnce() {
        DemoData demo = service.bean(DemoData.class);
        List<DemoAccess> made = demo.seed();
        long backlog = service.bean(Outbox.class).backlog();

        assertThat(made)
                .hasSize(2)
                .allSatisfy(access -> assertThat(access.signIns()).hasSize(2));
        assertThat(demo.seed()).isEmpty();
        assertThat(service.bean(Outbox.class).backlog()).isEqualTo(backlog);
        assertThat(service.bean(Accounts.class).removeUser("ana@norte.example")).isTrue();
        assertThat(demo.seed()).isEmpty();
        assertThat(json(service.get("/api/customers", Optional.of(made.get(0).apiKey())))
                        .at("/total")
                        .asInt())
                .isEqualTo(9);
        assertThat(json(service.get("/api/customers", Optional.of(made.get(1).apiKey())))
                        .at("/total")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void aSessionIsOverWhenThePasswordIsAnotherOrThePersonHasLeft() {
        Accounts accounts = service.bean(Accounts.class);
        accounts.addUser("p1", "eva@one.example", "Eva", "first password");
        PortalBrowser browser = new PortalBrowser(service.address());
        browser.signIn("eva@one.example", "first password");
        assertThat(browser.get("/clientes").statusCode()).isEqualTo(200);

        accounts.resetPassword("eva@one.example", "second password");
        assertThat(browser.get("/clientes").headers().firstValue("Location").orElse(""))
                .endsWith("/entrar");

        browser.signIn("eva@one.example", "second password");
        assertThat(browser.get("/clientes").statusCode()).isEqualTo(200);
        accounts.removeUser("eva@one.example");
        assertThat(browser.get("/clientes").headers().firstValue("Location").orElse(""))
                .endsWith("/entrar");
    }

    @Test
    void aRequestThatSaysAScreenOrTheBackOfficeIsRefused() {
        for (Channel screen : EnumSet.of(Channel.CUSTOMERS, Channel.MANUAL_RENEWAL, Channel.MANAGED_BILLING)) {
            Request request = Samples.register("p1", "c1", "r7", screen);
            HttpResponse<String> answer = service.post("/api/requests", mine, RequestJson.write(request));
            problem(400, answer);
            assertThat(json(answer).at("/detail").asString()).isEqualTo("channel: expected API, found " + screen);
        }
        String request = RequestJson.write(register("p1", "c1", "r7"));
        problem(400, service.post("/api/requests", mine, request.replace("\"API\"", "\"BACK_OFFICE\"")));
        assertThat(service.bean(RecordedRequests.class).isPublished("p1", "c1", "r7"))
                .isEmpty();
    }

    private static Request register(String partnerId, String customerId, String requestId) {
        return Samples.register(partnerId, customerId, requestId, Channel.API);
    }

    private static HttpResponse<String> send(String requestId) {
        return service.post("/api/requests?wait=50ms", mine, RequestJson.write(register("p1", "c1", requestId)));
    }

    private static void problem(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(json(answer).at("/status").asInt()).isEqualTo(status);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return new JsonMapper().readTree(answer.body());
    }
}
