package dev.licenseflow.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Outcome;
import dev.licenseflow.domain.fixture.RequestBuilder;
import dev.licenseflow.domain.request.Channel;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.messaging.json.RequestJson;
import dev.licenseflow.portal.Pipeline;
import dev.licenseflow.portal.PortalDatabase;
import dev.licenseflow.portal.account.Accounts;
import dev.licenseflow.portal.license.DecisionRepository;
import dev.licenseflow.portal.license.LicenseRepository;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two partners and one customer id: whoever has the license owns the customer, the other learns nothing of it. */
class TwoPartnersIT {

    private static final String FIRST_TAX_ID = "19.131.243/0001-97";
    private static final String SECOND_TAX_ID = "33.000.167/0001-01";

    private static PortalDatabase database;
    private static PortalService service;
    private static Pipeline pipeline;
    private static Optional<String> stranger;
    private static Optional<String> owner;

    @BeforeAll
    static void start() {
        database = PortalDatabase.create();
        service = PortalService.start(database);
        pipeline = new Pipeline(service.bean(DecisionRepository.class), service.bean(LicenseRepository.class));
        Accounts accounts = service.bean(Accounts.class);
        stranger = Optional.of(accounts.issueKey("p1", "test"));
        owner = Optional.of(accounts.issueKey("p2", "test"));
        accounts.addUser("p1", "a@one.example", "Ana", "first password");
        accounts.addUser("p2", "b@two.example", "Bia", "second password");
    }

    @AfterAll
    static void stop() {
        service.close();
        database.close();
    }

    @Test
    void aNameThatWasEnteredBeforeTheOtherRegisteredOpensNothing() {
        assertThat(put("early", stranger, "Isca", FIRST_TAX_ID).statusCode()).isEqualTo(200);

        pipeline.request(register("p2", "early", "r1"));

        assertThat(get("early", stranger).at("/status").asString()).isEqualTo("PENDING");
        assertThat(get("early", stranger).has("licenses")).isFalse();
        assertThat(get("early/decisions", stranger).at("/total").asInt()).isZero();
        assertThat(put("early", stranger, "Outra isca", FIRST_TAX_ID).statusCode())
                .isEqualTo(404);
        assertThat(ask(
                                RequestBuilder.suspend()
                                        .on(Channel.API)
                                        .partner("p1")
                                        .customer("early")
                                        .build("r2"),
                                stranger)
                        .statusCode())
                .isEqualTo(404);
        assertTheOwnerHas("early", "Padaria Aurora", FIRST_TAX_ID);
    }

    @Test
    void aNameThatIsEnteredAfterTheOtherRegisteredIsRefused() {
        pipeline.request(register("p2", "late", "r1"));

        assertThat(put("late", stranger, "Isca", SECOND_TAX_ID).statusCode()).isEqualTo(404);
        assertThat(status("late", stranger)).isEqualTo(404);
        assertThat(status("late/decisions", stranger)).isEqualTo(404);
        assertTheOwnerHas("late", "Mercado Sul", SECOND_TAX_ID);
    }

    @Test
    void aRegistrationThatComesTooLateIsToldThatAndNothingOfTheOther() {
        Request late = register("p1", "race", "r1");
        assertThat(put("race", stranger, "Livraria", "60.701.190/0001-04").statusCode())
                .isEqualTo(200);
        assertThat(ask(late, stranger).statusCode()).isEqualTo(202);

        pipeline.request(register("p2", "race", "r1"));
        assertThat(status("race/requests/r1", stranger)).isEqualTo(202);
        pipeline.request(late);

        JsonNode answer = get("race/requests/r1", stranger);
        assertThat(answer.at("/outcome").asString()).isEqualTo("REJECTED");
        assertThat(answer.at("/reasons/0/code").asString()).isEqualTo("ALREADY_REGISTERED");
        JsonNode decisions = get("race/decisions", stranger);
        assertThat(decisions.at("/total").asInt()).isEqualTo(1);
        assertThat(decisions.at("/items/0/outcome").asString()).isEqualTo("REJECTED");
        assertThat(get("race/decisions", owner).at("/total").asInt()).isEqualTo(1);
        assertThat(get("race/decisions", owner).at("/items/0/outcome").asString())
                .isEqualTo("APPLIED");
    }

    /** Its request came over Kafka, so no outbox knows it: the decision names its partner (L4). */
    @Test
    void aRegistrationOverKafkaThatIsRefusedIsShownToItsPartner() {
        put("foreign", stranger, "Padaria do Cais", "60.746.948/0001-12");
        Decision refused = pipeline.request(RequestBuilder.register("navi")
                .with("link-movel", 1)
                .partner("p1")
                .customer("foreign")
                .build("k1"));

        assertThat(refused.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(get("foreign/decisions", stranger).at("/items/0/causeId").asString())
                .isEqualTo("k1");
        assertThat(status("foreign/decisions", owner)).isEqualTo(404);
        PortalBrowser strangers = new PortalBrowser(service.address());
        strangers.signIn("a@one.example", "first password");
        assertThat(strangers.get("/clientes/foreign/historico").body()).contains("não está disponível para");
    }

    @Test
    void theScreensShowEachPartnerItsOwn() {
        put("seen", stranger, "Bar do Farol", "04.252.011/0001-10");
        put("seen", owner, "Bar do Porto", "04.252.011/0001-10");
        Request late = register("p1", "seen", "r1");
        assertThat(ask(late, stranger).statusCode()).isEqualTo(202);
        pipeline.request(register("p2", "seen", "r9"));
        pipeline.request(late);

        PortalBrowser strangers = new PortalBrowser(service.address());
        strangers.signIn("a@one.example", "first password");
        assertThat(strangers.get("/clientes").body()).contains("Bar do Farol").doesNotContain("Bar do Porto");
        assertThat(strangers.get("/clientes/seen/historico").body())
                .contains("já está cadastrado")
                .doesNotContain("cloud liberado na hora");
        assertThat(strangers.get("/clientes/seen/andamento/r1").body()).contains("já está cadastrado");
        assertThat(strangers.get("/clientes/seen/editar").statusCode()).isEqualTo(404);

        PortalBrowser owners = new PortalBrowser(service.address());
        owners.signIn("b@two.example", "second password");
        assertThat(owners.get("/clientes").body()).contains("Bar do Porto").doesNotContain("Bar do Farol");
        assertThat(owners.get("/clientes/seen/historico").body())
                .contains("cloud liberado na hora")
                .doesNotContain("já está cadastrado");
        assertThat(owners.get("/clientes/seen/editar").statusCode()).isEqualTo(200);
    }

    @Test
    void whoLostAnIdEntersTheCustomerUnderAnother() {
        String taxId = "27.865.757/0001-02";
        assertThat(put("lost", stranger, "Hotel", taxId).statusCode()).isEqualTo(200);
        assertThat(put("found", stranger, "Hotel", taxId).statusCode()).isEqualTo(409);

        pipeline.request(register("p2", "lost", "r1"));

        assertThat(put("found", stranger, "Hotel", taxId).statusCode()).isEqualTo(200);
        assertThat(status("lost", stranger)).isEqualTo(404);
        assertThat(put("lost", owner, "Hotel", taxId).statusCode()).isEqualTo(200);
    }

    private static void assertTheOwnerHas(String customerId, String name, String taxId) {
        assertThat(get(customerId + "/decisions", owner).at("/total").asInt()).isEqualTo(1);
        assertThat(put(customerId, owner, name, taxId).statusCode()).isEqualTo(200);
        assertThat(get(customerId, owner).at("/status").asString()).isEqualTo("ACTIVE");
        assertThat(get(customerId, owner).at("/name").asString()).isEqualTo(name);
        assertThat(ask(
                                RequestBuilder.suspend()
                                        .on(Channel.API)
                                        .partner("p2")
                                        .customer(customerId)
                                        .build("r2"),
                                owner)
                        .statusCode())
                .isEqualTo(202);
    }

    private static Request register(String partnerId, String customerId, String requestId) {
        return RequestBuilder.register("link")
                .with("cloud", 1)
                .on(Channel.API)
                .partner(partnerId)
                .customer(customerId)
                .build(requestId);
    }

    private static HttpResponse<String> put(String customerId, Optional<String> key, String name, String taxId) {
        return service.put(
                "/api/customers/" + customerId, key, "{\"name\":\"" + name + "\",\"taxId\":\"" + taxId + "\"}");
    }

    private static HttpResponse<String> ask(Request request, Optional<String> key) {
        return service.post("/api/requests", key, RequestJson.write(request));
    }

    private static int status(String path, Optional<String> key) {
        return service.get("/api/customers/" + path, key).statusCode();
    }

    private static JsonNode get(String path, Optional<String> key) {
        HttpResponse<String> answer = service.get("/api/customers/" + path, key);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonMapper().readTree(answer.body());
    }
}
