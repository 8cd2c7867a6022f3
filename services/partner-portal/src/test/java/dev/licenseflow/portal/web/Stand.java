package dev.licenseflow.portal.web;

import static org.awaitility.Awaitility.await;

import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.fixture.RequestBuilder;
import dev.licenseflow.domain.license.RenewalMethod;
import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.domain.request.SettlementOutcome;
import dev.licenseflow.portal.account.PortalUser;
import dev.licenseflow.portal.customer.Customer;
import dev.licenseflow.portal.customer.TaxId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The portal's screens on a port of their own, with customers of two partners in every status, on 10 March 2026. */
final class Stand implements AutoCloseable {

    static final PortalUser ANA = new PortalUser(7, "ana@norte.example", "Ana Souza", "p1", "Norte Sistemas");
    static final PortalUser BRUNO = new PortalUser(8, "bruno@sul.example", "Bruno Lima", "p2", "Sul Tecnologia");

    final TestClock clock = new TestClock("2026-01-20T13:00:00Z");
    final StandIn standIn = new StandIn(clock);

    private final ConfigurableApplicationContext context;

    Stand() {
        furnish();
        StandIn behind = standIn;
        context = new SpringApplicationBuilder(StandApplication.class)
                .web(WebApplicationType.SERVLET)
                .initializers(starting -> {
                    var beans = starting.getBeanFactory();
                    beans.registerSingleton("clock", clock);
                    beans.registerSingleton("standIn", behind);
                })
                // The service's own configuration; its health indicator belongs to the rest of the portal.
                .properties(Map.of("spring.config.name", "partner-portal"))
                .run(
                        "--server.port=0",
                        "--spring.main.banner-mode=off",
                        "--management.endpoint.health.validate-group-membership=false");
    }

    String address() {
        var server = ((WebServerApplicationContext) context).getWebServer();
        return "http://127.0.0.1:" + (server == null ? 0 : server.getPort());
    }

    /** The addresses of the screens for that method, those of a customer for Bruno's, which is another partner's. */
    List<String> addresses(HttpMethod method, Predicate<String> wanted) {
        return context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(mapped -> mapped.getValue().getBeanType().getPackage().equals(Stand.class.getPackage()))
                .map(Map.Entry::getKey)
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.resolve(method)))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .map(path -> path.replace("{customerId}", "alheio").replaceAll("\\{\\w+}", "x"))
                .filter(wanted)
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        context.close();
    }

    /** A customer with its licenses, as if a colleague had registered it. */
    void register(String customerId, PortalUser user, String name, String taxId, RequestBuilder registration) {
        standIn.register(
                user,
                new Customer(
                        customerId, user.partnerId(), name, TaxId.parse(taxId).orElseThrow(), clock.instant()),
                registration
                        .customer(customerId)
                        .partner(user.partnerId())
                        .by(Counter.requestedBy(user))
                        .build(UUID.randomUUID().toString()));
    }

    void request(String customerId, PortalUser user, RequestBuilder request) {
        standIn.send(
                user,
                request.customer(customerId)
                        .partner(user.partnerId())
                        .by(Counter.requestedBy(user))
                        .build(UUID.randomUUID().toString()));
    }

    void settleAll(String customerId) {
        standIn.settle(new Settlement(
                UUID.randomUUID().toString(),
                customerId,
                standIn.charges(customerId).stream()
                        .filter(charge -> standIn.settledAt(charge).isEmpty())
                        .map(Charge::chargeId)
                        .toList(),
                SettlementOutcome.PAID));
    }

    /** Returns when a page that was opened since the customers were put back hears of changes. */
    void awaitReader() {
        await().until(standIn::isRead);
    }

    /** Puts the customers back as they were. */
    void furnish() {
        standIn.reset();
        clock.set("2026-01-20T13:00:00Z");
        register("inativo", ANA, "Bar do Zé", "529.982.247-25", RequestBuilder.register("navi"));
        settleAll("inativo");
        clock.set("2026-02-03T12:30:00Z");
        standIn.beginMonth();
        register(
                "vencido",
                ANA,
                "Cantina da Nona",
                "11.444.777/0001-61",
                RequestBuilder.register("link").with("cloud", 1));
        settleAll("vencido");
        register("devedor", ANA, "Empório Central", "04.252.011/0001-10", RequestBuilder.register("link"));
        clock.set("2026-03-02T14:05:00Z");
        standIn.beginMonth();
        register(
                "padaria",
                ANA,
                "Padaria Aurora",
                "19.131.243/0001-97",
                RequestBuilder.register("link").with("cloud", 1));
        register(
                "mercado",
                ANA,
                "Mercado São João",
                "33.000.167/0001-01",
                RequestBuilder.register("link")
                        .with("cloud", 1)
                        .with("link-garcom", 3)
                        .renewing(RenewalMethod.MANAGED_BILLING));
        settleAll("mercado");
        request("mercado", ANA, RequestBuilder.add("ordem-pagamento", 1).accepting(10_000));
        register(
                "suspenso",
                ANA,
                "Livraria Lume",
                "60.701.190/0001-04",
                RequestBuilder.register("navi").with("cloud", 1));
        request("suspenso", ANA, RequestBuilder.suspend());
        register("alheio", BRUNO, "Hotel Litoral", "27.865.757/0001-02", RequestBuilder.register("link"));
        clock.set("2026-03-10T15:00:00Z");
    }
}
