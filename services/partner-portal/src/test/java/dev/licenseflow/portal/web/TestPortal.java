package dev.licenseflow.portal.web;

import static org.awaitility.Awaitility.await;

import dev.licenseflow.database.Inbox;
import dev.licenseflow.database.spring.BackgroundLifecycle;
import dev.licenseflow.domain.fixture.RequestBuilder;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.domain.request.SettlementOutcome;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.portal.PortalDatabase;
import dev.licenseflow.portal.account.Accounts;
import dev.licenseflow.portal.account.PortalUser;
import dev.licenseflow.portal.customer.Customer;
import dev.licenseflow.portal.customer.TaxId;
import dev.licenseflow.portal.license.CustomerChargeRepository;
import dev.licenseflow.portal.live.Changes;
import dev.licenseflow.portal.live.Changes.CustomerChange;
import dev.licenseflow.portal.request.RecordedRequests;
import dev.licenseflow.portal.request.RequestService;
import dev.licenseflow.portal.spring.PortalApplication;
import dev.licenseflow.postgres.EmbeddedDatabase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The portal on a port and a database of its own, with customers of two partners in every status, on 10 March 2026. */
final class TestPortal implements AutoCloseable {

    static final PortalUser ANA = new PortalUser(7, "ana@norte.example", "Ana Souza", "p1", "Norte Sistemas");
    static final PortalUser BRUNO = new PortalUser(8, "bruno@sul.example", "Bruno Lima", "p2", "Sul Tecnologia");
    static final String PASSWORD = "uma senha comprida";

    /** How often the pipeline reads the outbox. */
    private static final long WORK_NANOS = 10_000_000;

    final TestClock clock = new TestClock("2026-01-20T13:00:00Z");
    final LocalPipeline pipeline;

    private final PortalDatabase database = PortalDatabase.create();
    private final OpenStreams streams = new OpenStreams();
    private final BackgroundLifecycle worker = new BackgroundLifecycle(this::work, "pipeline", true);
    private final ConfigurableApplicationContext context;

    TestPortal() {
        addUser(ANA);
        addUser(BRUNO);
        LocalPipeline behind = new LocalPipeline(
                clock,
                RecordedRequests.outbox(database.client(), clock),
                LicensingTopics.of(Map.of("schema.registry.url", "mock://test-portal")),
                this::inbox);
        pipeline = behind;
        context = PortalApplication.builder()
                .initializers(starting -> {
                    var beans = (GenericApplicationContext) starting;
                    beans.registerBean("testClock", TestClock.class, () -> clock, bean -> bean.setPrimary(true));
                    beans.registerBean(
                            "localPipeline", LocalPipeline.class, () -> behind, bean -> bean.setPrimary(true));
                    beans.registerBean("streams", OpenStreams.class, () -> streams);
                })
                .run(
                        "--server.port=0",
                        "--spring.main.banner-mode=off",
                        "--SCHEMA_REGISTRY_URL=mock://test-portal",
                        "--licenseflow.portal.kafka=false",
                        "--licenseflow.database.url=" + database.url(),
                        "--licenseflow.database.user=" + EmbeddedDatabase.USER);
        worker.start();
        reset();
    }

    private void work() {
        while (!Thread.currentThread().isInterrupted()) {
            pipeline.work();
            LockSupport.parkNanos(WORK_NANOS);
        }
    }

    private Inbox<?> inbox() {
        return context.getBean(Inbox.class);
    }

    private void addUser(PortalUser user) {
        database.client()
                .sql("update partners set name = ? where partner_id = ?")
                .param(user.partnerName())
                .param(user.partnerId())
                .update();
        database.client()
                .sql("insert into users (user_id, partner_id, email, name, password_hash) overriding system value"
                        + " values (?, ?, ?, ?, ?)")
                .param(user.userId())
                .param(user.partnerId())
                .param(user.email())
                .param(user.name())
                .param(Accounts.passwordEncoder().encode(PASSWORD))
                .update();
    }

    String address() {
        var server = ((WebServerApplicationContext) context).getWebServer();
        return "http://127.0.0.1:" + (server == null ? 0 : server.getPort());
    }

    /** The addresses of the screens for that method. Where they name a customer, it is Bruno's, who is of another partner. */
    List<String> addresses(HttpMethod method, Predicate<String> wanted) {
        return context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(mapped -> mapped.getValue().getBeanType().getPackage().equals(TestPortal.class.getPackage()))
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
        worker.stop();
        context.close();
        database.close();
    }

    /** A customer with its licenses, as if a colleague had registered it. */
    void register(String customerId, PortalUser user, String name, String taxId, RequestBuilder registration) {
        requests()
                .register(
                        user,
                        new Customer(customerId, user.partnerId(), name, TaxId.parse(taxId), "", clock.instant()),
                        registration
                                .customer(customerId)
                                .partner(user.partnerId())
                                .by(RequestSubmission.requestedBy(user))
                                .build(UUID.randomUUID().toString()));
        pipeline.work();
    }

    void request(String customerId, PortalUser user, RequestBuilder request) {
        requests()
                .send(
                        user,
                        request.customer(customerId)
                                .partner(user.partnerId())
                                .by(RequestSubmission.requestedBy(user))
                                .build(UUID.randomUUID().toString()));
        pipeline.work();
    }

    /** What the vendor's back office does to a customer. */
    void backOffice(String customerId, RequestBuilder request) {
        pipeline.backOffice(request.customer(customerId).build(UUID.randomUUID().toString()));
    }

    private RequestService requests() {
        return context.getBean(RequestService.class);
    }

    /** Settles the open charges of a customer of Ana's. */
    void settleAll(String customerId) {
        pipeline.settle(new Settlement(
                UUID.randomUUID().toString(),
                customerId,
                context.getBean(CustomerChargeRepository.class).open(ANA.partnerId(), customerId).stream()
                        .map(open -> open.charge().chargeId())
                        .toList(),
                SettlementOutcome.PAID));
    }

    /** The number of requests that were recorded since the last reset. */
    long requestsSent() {
        return database.client()
                .sql("select count(*) from requests")
                .query(Long.class)
                .single();
    }

    /** Notifies all pages of Ana's partner that a customer has changed. */
    void notifyPages(String customerId) {
        context.getBean(Changes.class).changed(Set.of(new CustomerChange(ANA.partnerId(), customerId)));
    }

    /** Whether a page that was opened since the last reset listens for changes. */
    boolean isRead() {
        return !streams.isEmpty();
    }

    /** Returns when a page that was opened since the last reset listens for changes. */
    void awaitReader() {
        await().until(this::isRead);
    }

    /** Restores the customers. */
    void reset() {
        pipeline.reset(() -> database.client()
                .sql("truncate requests, customers, licenses, decisions, charges, settled_charges, unreadable_records")
                .update());
        streams.forget();
        clock.set("2026-01-20T13:00:00Z");
        register("inativo", ANA, "Bar do Zé", "529.982.247-25", RequestBuilder.register("navi"));
        settleAll("inativo");
        clock.set("2026-02-03T12:30:00Z");
        pipeline.beginMonth();
        register(
                "vencido",
                ANA,
                "Cantina da Nona",
                "11.444.777/0001-61",
                RequestBuilder.register("link").with("cloud", 1));
        settleAll("vencido");
        register("devedor", ANA, "Empório Central", "04.252.011/0001-10", RequestBuilder.register("link"));
        clock.set("2026-03-02T14:05:00Z");
        pipeline.beginMonth();
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
