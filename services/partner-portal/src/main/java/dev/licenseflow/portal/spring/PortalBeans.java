package dev.licenseflow.portal.spring;

import com.zaxxer.hikari.HikariDataSource;
import dev.licenseflow.database.Inbox;
import dev.licenseflow.database.Outbox;
import dev.licenseflow.database.OutboxRelay;
import dev.licenseflow.database.Transactions;
import dev.licenseflow.database.UnreadableRecords;
import dev.licenseflow.database.spring.BackgroundLifecycle;
import dev.licenseflow.database.spring.DatabaseBeans;
import dev.licenseflow.database.spring.DatabaseHealth;
import dev.licenseflow.database.spring.ReadingSettings;
import dev.licenseflow.database.spring.ServiceProperties;
import dev.licenseflow.database.spring.TopicReading;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.portal.account.Accounts;
import dev.licenseflow.portal.catalog.CatalogReading;
import dev.licenseflow.portal.customer.CustomerRepository;
import dev.licenseflow.portal.database.PortalTables;
import dev.licenseflow.portal.demo.DemoData;
import dev.licenseflow.portal.inbox.PortalInbox;
import dev.licenseflow.portal.license.CustomerChargeRepository;
import dev.licenseflow.portal.license.DecisionRepository;
import dev.licenseflow.portal.license.LicenseRepository;
import dev.licenseflow.portal.live.Changes;
import dev.licenseflow.portal.live.Changes.CustomerChange;
import dev.licenseflow.portal.preview.ProcessorPreview;
import dev.licenseflow.portal.request.RecordedRequests;
import dev.licenseflow.portal.request.RequestService;
import dev.licenseflow.wire.SchemaRegistry;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The portal's tables, what it reads into them, and what it publishes from them. */
@Configuration(proxyBeanMethods = false)
@Import({
    DatabaseBeans.class,
    Accounts.class,
    CustomerRepository.class,
    LicenseRepository.class,
    DecisionRepository.class,
    CustomerChargeRepository.class,
    Changes.class,
    RecordedRequests.class,
    RequestService.class,
    DemoData.class
})
class PortalBeans {

    private static final Logger LOG = LoggerFactory.getLogger(PortalBeans.class);

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(ServiceProperties properties) {
        return properties.database().open("partner-portal", PortalTables::update);
    }

    @Bean
    ProcessorPreview preview(PortalProperties properties) {
        return new ProcessorPreview(properties.processorUrl());
    }

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
            ServiceProperties service,
            LicensingTopics topics,
            LicenseRepository licenses,
            DecisionRepository decisions,
            CustomerChargeRepository charges,
            Changes changes,
            Transactions transactions,
            UnreadableRecords unreadable) {
        return new PortalInbox(licenses, decisions, charges, changes)
                .of(topics, SchemaRegistry.of(service.registry()), transactions, unreadable);
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
    Outbox<Request> outbox(JdbcClient database, Clock clock) {
        return RecordedRequests.outbox(database, clock);
    }

    @Bean
    OutboxRelay<Request> outboxRelay(
            Outbox<Request> outbox, Transactions transactions, ServiceProperties service, LicensingTopics topics) {
        return new OutboxRelay<>(outbox, transactions, service.access(), topics.requests());
    }

    /**
     * The health component on which readiness depends. While the registry or Kafka is away, people can still work and their requests
     * wait, so that is shown only.
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
    MeterBinder portalMeters(Outbox<?> outbox, UnreadableRecords unreadable) {
        return meters -> {
            Gauge.builder("licenseflow.portal.outbox", outbox, Outbox::backlog)
                    .description("Requests recorded and not known to be published")
                    .register(meters);
            Gauge.builder("licenseflow.portal.unreadable", unreadable, UnreadableRecords::count)
                    .description("Records that could not be read, ever")
                    .register(meters);
        };
    }
}
