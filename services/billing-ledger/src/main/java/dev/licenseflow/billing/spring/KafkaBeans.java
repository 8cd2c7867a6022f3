package dev.licenseflow.billing.spring;

import dev.licenseflow.billing.alarm.AlarmBook;
import dev.licenseflow.billing.charge.ChargeBook;
import dev.licenseflow.billing.intake.RecordDesks;
import dev.licenseflow.billing.intake.UnreadableRecords;
import dev.licenseflow.billing.outbox.Outbox;
import dev.licenseflow.billing.outbox.OutboxRelay;
import dev.licenseflow.billing.reconciliation.LicenseBalances;
import dev.licenseflow.billing.settlement.SettlementBook;
import dev.licenseflow.billing.settlement.SettlementDecisions;
import dev.licenseflow.billing.statement.MonthCloseBook;
import dev.licenseflow.database.Transactions;
import dev.licenseflow.database.spring.BackgroundLifecycle;
import dev.licenseflow.database.spring.DatabaseHealth;
import dev.licenseflow.database.spring.TopicReading;
import dev.licenseflow.messaging.topic.LicensingTopics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the ledger reads and publishes. */
@Configuration(proxyBeanMethods = false)
class KafkaBeans {

    @Bean
    LicensingTopics topics(LedgerProperties properties) {
        return LicensingTopics.of(properties.registry());
    }

    @Bean
    UnreadableRecords unreadableRecords(JdbcClient database, AlarmBook alarms, Clock clock) {
        return new UnreadableRecords(database, alarms, clock);
    }

    @Bean
    SettlementDecisions settlementDecisions(
            JdbcClient database, SettlementBook settlements, ChargeBook charges, AlarmBook alarms) {
        return new SettlementDecisions(database, settlements, charges, alarms);
    }

    @Bean
    RecordDesks recordDesks(
            ChargeBook charges,
            SettlementDecisions decisions,
            MonthCloseBook closes,
            JdbcClient database,
            AlarmBook alarms,
            UnreadableRecords unreadable,
            Transactions transactions) {
        return new RecordDesks(
                charges, decisions, closes, new LicenseBalances(database), alarms, unreadable, transactions);
    }

    @Bean
    TopicReading topicReading(
            LedgerProperties properties, LicensingTopics topics, RecordDesks desks, ApplicationEventPublisher events) {
        List<String> read = List.of(
                topics.charges().name(),
                topics.decisions().name(),
                topics.monthCloses().name(),
                topics.licenses().name());
        return new TopicReading(properties.reading(), read, desks.of(topics)::enter, events);
    }

    @Bean
    Outbox outbox(JdbcClient database, Transactions transactions, Clock clock) {
        return new Outbox(database, transactions, clock);
    }

    @Bean
    OutboxRelay outboxRelay(DataSource dataSource, Outbox outbox, LedgerProperties properties, LicensingTopics topics) {
        return new OutboxRelay(dataSource, outbox, properties.access(), topics.settlements(), properties.relay());
    }

    @Bean
    BackgroundLifecycle outboxLifecycle(OutboxRelay relay, LedgerProperties properties) {
        return new BackgroundLifecycle(
                relay, "outbox-relay", properties.ledger().kafka());
    }

    /**
     * The health component on which readiness depends: records have to come in. Settlements wait in the database while they
     * cannot be published, and alarms are for people: both are shown only.
     */
    @Bean("ledger")
    DatabaseHealth ledgerHealth(
            JdbcClient database,
            AlarmBook alarms,
            Outbox outbox,
            OutboxRelay relay,
            TopicReading reading,
            LedgerProperties properties) {
        return new DatabaseHealth(database, reading, Status.OUT_OF_SERVICE, health -> {
            if (properties.ledger().kafka()) {
                health.withDetail("publishing", relay.state().name());
            }
            health.withDetail("alarms", alarms.count()).withDetail("unpublished", outbox.backlog());
        });
    }

    @Bean
    Gauge alarmGauge(MeterRegistry meters, AlarmBook alarms) {
        return Gauge.builder("licenseflow.ledger.alarms", alarms, AlarmBook::count)
                .description("Alarms ever raised")
                .register(meters);
    }

    @Bean
    Gauge outboxGauge(MeterRegistry meters, Outbox outbox) {
        return Gauge.builder("licenseflow.ledger.outbox", outbox, Outbox::backlog)
                .description("Settlements recorded and not known to be published")
                .register(meters);
    }
}
