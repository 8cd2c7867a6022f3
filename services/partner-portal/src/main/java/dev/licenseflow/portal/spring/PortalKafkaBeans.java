package dev.licenseflow.portal.spring;

import dev.licenseflow.database.Inbox;
import dev.licenseflow.database.Outbox;
import dev.licenseflow.database.OutboxRelay;
import dev.licenseflow.database.Transactions;
import dev.licenseflow.database.UnreadableRecords;
import dev.licenseflow.database.spring.BackgroundLifecycle;
import dev.licenseflow.database.spring.DatabaseHealth;
import dev.licenseflow.database.spring.ReadingSettings;
import dev.licenseflow.database.spring.ServiceProperties;
import dev.licenseflow.database.spring.TopicReading;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.portal.catalog.CatalogReading;
import dev.licenseflow.portal.customer.CustomerRepository;
import dev.licenseflow.portal.inbox.PortalInbox;
import dev.licenseflow.portal.license.CustomerChargeRepository;
import dev.licenseflow.portal.license.DecisionRepository;
import dev.licenseflow.portal.license.LicenseRepository;
import dev.licenseflow.portal.live.Changes;
import dev.licenseflow.portal.live.CustomerChange;
import dev.licenseflow.portal.request.RecordedRequests;
import dev.licenseflow.portal.request.RequestService;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the portal reads and publishes. */
@Configuration(proxyBeanMethods = false)
class PortalKafkaBeans {

    private static final Logger LOG = LoggerFactory.getLogger(PortalKafkaBeans.class);

    @Bean
    ReadingSettings reading(ServiceProperties service, PortalProperties properties) {
        PortalProperties.Portal portal = properties.portal();
        return service.reading("partner-portal", portal.group(), portal.pollRecords(), portal.kafka());
    }

    @Bean
    UnreadableRecords unreadableRecords(JdbcClient database, Clock clock) {
        return new UnreadableRecords(
                database, clock, (place, reason) -> LOG.error("Passed over {}: {}", place, reason));
    }

    @Bean
    Inbox<CustomerChange> inbox(
            LicensingTopics topics,
            LicenseRepository licenses,
            DecisionRepository decisions,
            CustomerChargeRepository charges,
            Changes changes,
            Transactions transactions,
            UnreadableRecords unreadable) {
        return new PortalInbox(licenses, decisions, charges, changes).of(topics, transactions, unreadable);
    }

    @Bean
    CatalogReading currentCatalog(ServiceProperties service, PortalProperties properties, LicensingTopics topics) {
        return new CatalogReading(service.access(), topics.catalog(), properties.publishMargin());
    }

    @Bean
    BackgroundLifecycle catalogLifecycle(CatalogReading catalog, PortalProperties properties) {
        return new BackgroundLifecycle(
                catalog, "catalog-reading", properties.portal().kafka());
    }

    @Bean
    RecordedRequests requests(JdbcClient database, Clock clock) {
        return new RecordedRequests(database, clock);
    }

    @Bean
    Outbox<Request> outbox(JdbcClient database, Clock clock) {
        return RecordedRequests.outbox(database, clock);
    }

    @Bean
    OutboxRelay<Request> outboxRelay(
            Outbox<Request> outbox, Transactions transactions, ServiceProperties service, LicensingTopics topics) {
        return new OutboxRelay<>(outbox, transactions, service.access(), topics.requests());
    }

    @Bean
    RequestService requestDesk(
            Transactions transactions,
            CustomerRepository customers,
            RecordedRequests requests,
            OutboxRelay<Request> relay,
            DecisionRepository decisions,
            Changes changes) {
        return new RequestService(transactions, customers, requests, relay, decisions, changes);
    }

    /**
     * The health component on which readiness depends. While the registry is away people still work, and while Kafka is, their
     * requests wait: that is shown only.
     */
    @Bean("portal")
    DatabaseHealth portalHealth(
            JdbcClient database,
            Outbox<?> outbox,
            OutboxRelay<?> relay,
            TopicReading reading,
            UnreadableRecords unreadable,
            PortalProperties properties) {
        return new DatabaseHealth(database, reading, Status.UP, health -> {
            if (properties.portal().kafka()) {
                health.withDetail("publishing", relay.state().name());
            }
            health.withDetail("unpublished", outbox.backlog()).withDetail("unreadable", unreadable.count());
        });
    }

    @Bean
    Gauge outboxGauge(MeterRegistry meters, Outbox<?> outbox) {
        return Gauge.builder("licenseflow.portal.outbox", outbox, Outbox::backlog)
                .description("Requests recorded and not known to be published")
                .register(meters);
    }

    @Bean
    Gauge unreadableGauge(MeterRegistry meters, UnreadableRecords unreadable) {
        return Gauge.builder("licenseflow.portal.unreadable", unreadable, UnreadableRecords::count)
                .description("Records that could not be read, ever")
                .register(meters);
    }
}
