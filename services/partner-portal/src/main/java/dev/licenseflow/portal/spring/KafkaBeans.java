package dev.licenseflow.portal.spring;

import dev.licenseflow.database.Transactions;
import dev.licenseflow.database.spring.BackgroundLifecycle;
import dev.licenseflow.database.spring.DatabaseHealth;
import dev.licenseflow.database.spring.TopicReading;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.portal.catalog.CatalogReading;
import dev.licenseflow.portal.customer.Customers;
import dev.licenseflow.portal.intake.RecordDesk;
import dev.licenseflow.portal.intake.UnreadableRecords;
import dev.licenseflow.portal.license.ChargeBook;
import dev.licenseflow.portal.license.DecisionBook;
import dev.licenseflow.portal.license.LicenseBook;
import dev.licenseflow.portal.live.ChangeBoard;
import dev.licenseflow.portal.request.Outbox;
import dev.licenseflow.portal.request.OutboxRequestDesk;
import dev.licenseflow.portal.request.RequestRelay;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the portal reads and publishes. */
@Configuration(proxyBeanMethods = false)
class KafkaBeans {

    @Bean
    LicensingTopics topics(PortalProperties properties) {
        return LicensingTopics.of(properties.registry());
    }

    @Bean
    UnreadableRecords unreadableRecords() {
        return new UnreadableRecords();
    }

    @Bean
    RecordDesk recordDesk(
            LicensingTopics topics,
            LicenseBook licenses,
            DecisionBook decisions,
            ChargeBook charges,
            Transactions transactions,
            UnreadableRecords unreadable,
            ChangeBoard changes) {
        return new RecordDesk(topics, licenses, decisions, charges, transactions, unreadable, changes);
    }

    @Bean
    TopicReading topicReading(PortalProperties properties, RecordDesk desk, ApplicationEventPublisher events) {
        return new TopicReading(properties.reading(), desk.topics(), desk::enter, events);
    }

    @Bean
    CatalogReading currentCatalog(PortalProperties properties, LicensingTopics topics) {
        return new CatalogReading(properties.access(), topics.catalog(), properties.publishMargin());
    }

    @Bean
    BackgroundLifecycle catalogLifecycle(CatalogReading catalog, PortalProperties properties) {
        return new BackgroundLifecycle(
                catalog, "catalog-reading", properties.portal().kafka());
    }

    @Bean
    Outbox outbox(JdbcClient database, Clock clock) {
        return new Outbox(database, clock);
    }

    @Bean
    RequestRelay requestRelay(
            Outbox outbox,
            JdbcClient database,
            Transactions transactions,
            PortalProperties properties,
            LicensingTopics topics) {
        return new RequestRelay(outbox, database, transactions, properties.access(), topics.requests());
    }

    @Bean
    BackgroundLifecycle relayLifecycle(RequestRelay relay, PortalProperties properties) {
        return new BackgroundLifecycle(
                relay, "request-relay", properties.portal().kafka());
    }

    @Bean
    OutboxRequestDesk requestDesk(
            Transactions transactions,
            Customers customers,
            Outbox outbox,
            RequestRelay relay,
            DecisionBook decisions,
            ChangeBoard changes) {
        return new OutboxRequestDesk(transactions, customers, outbox, relay, decisions, changes);
    }

    /**
     * The health component on which readiness depends. While the registry is away people still work, and while Kafka is, their
     * requests wait: that is shown only.
     */
    @Bean("portal")
    DatabaseHealth portalHealth(
            JdbcClient database,
            Outbox outbox,
            RequestRelay relay,
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
    Gauge outboxGauge(MeterRegistry meters, Outbox outbox) {
        return Gauge.builder("licenseflow.portal.outbox", outbox, Outbox::backlog)
                .description("Requests recorded and not known to be published")
                .register(meters);
    }

    @Bean
    Gauge unreadableGauge(MeterRegistry meters, UnreadableRecords unreadable) {
        return Gauge.builder("licenseflow.portal.unreadable", unreadable, UnreadableRecords::count)
                .description("Records passed over since the start")
                .register(meters);
    }
}
