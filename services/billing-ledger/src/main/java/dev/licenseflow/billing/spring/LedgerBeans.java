package dev.licenseflow.billing.spring;

import com.zaxxer.hikari.HikariDataSource;
import dev.licenseflow.billing.alarm.AlarmRepository;
import dev.licenseflow.billing.bank.BankReturnRepository;
import dev.licenseflow.billing.bank.BankReturnService;
import dev.licenseflow.billing.charge.ChargeEntry;
import dev.licenseflow.billing.charge.ChargeRepository;
import dev.licenseflow.billing.database.LedgerTables;
import dev.licenseflow.billing.idempotency.IdempotentWrites;
import dev.licenseflow.billing.inbox.LedgerInbox;
import dev.licenseflow.billing.invoice.InvoiceRepository;
import dev.licenseflow.billing.invoice.InvoiceService;
import dev.licenseflow.billing.payment.PaymentProvider;
import dev.licenseflow.billing.reconciliation.Reconciliation;
import dev.licenseflow.billing.settlement.SettlementDecisions;
import dev.licenseflow.billing.settlement.SettlementRepository;
import dev.licenseflow.billing.settlement.SettlementService;
import dev.licenseflow.billing.statement.ChargeTable;
import dev.licenseflow.billing.statement.MonthCloseRepository;
import dev.licenseflow.billing.statement.Statements;
import dev.licenseflow.database.Inbox;
import dev.licenseflow.database.Outbox;
import dev.licenseflow.database.OutboxRelay;
import dev.licenseflow.database.Transactions;
import dev.licenseflow.database.spring.DatabaseBeans;
import dev.licenseflow.database.spring.DatabaseHealth;
import dev.licenseflow.database.spring.ReadingSettings;
import dev.licenseflow.database.spring.ServiceProperties;
import dev.licenseflow.database.spring.TopicReading;
import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.messaging.topic.LicensingTopics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger itself: its repositories and services, and what it reads and publishes. */
@Configuration(proxyBeanMethods = false)
@Import({
    DatabaseBeans.class,
    AlarmRepository.class,
    BankReturnRepository.class,
    BankReturnService.class,
    ChargeEntry.class,
    ChargeRepository.class,
    ChargeTable.class,
    IdempotentWrites.class,
    InvoiceRepository.class,
    InvoiceService.class,
    LedgerInbox.class,
    MonthCloseRepository.class,
    Reconciliation.class,
    SettlementDecisions.class,
    SettlementRepository.class,
    SettlementService.class,
    Statements.class
})
class LedgerBeans {

    /** With its tables up to date, so that every bean that has it can use them. */
    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(ServiceProperties properties) {
        return properties.database().open("billing-ledger", LedgerTables::update);
    }

    @Bean
    ReadingSettings reading(ServiceProperties properties, LedgerProperties ledger) {
        return properties.reading("billing-ledger", ledger.group(), ledger.pollRecords(), ledger.kafka());
    }

    /** Exchanged for a bean of another provider. */
    @Bean
    PaymentProvider paymentProvider(LedgerProperties ledger) {
        return ledger.pix().provider();
    }

    @Bean
    Inbox<Void> inbox(
            LedgerInbox inbox, LicensingTopics topics, JdbcClient database, Transactions transactions, Clock clock) {
        return inbox.of(topics, database, transactions, clock);
    }

    @Bean
    Outbox<Settlement> outbox(JdbcClient database, Clock clock) {
        return SettlementRepository.outbox(database, clock);
    }

    @Bean
    OutboxRelay<Settlement> outboxRelay(
            Outbox<Settlement> outbox,
            Transactions transactions,
            ServiceProperties properties,
            LicensingTopics topics) {
        return new OutboxRelay<>(outbox, transactions, properties.access(), topics.settlements());
    }

    /**
     * The health component that readiness depends on: records have to come in. Settlements wait in the database while they cannot
     * be published, and alarms are for people, so both are only shown.
     */
    @Bean("ledger")
    DatabaseHealth ledgerHealth(
            JdbcClient database,
            AlarmRepository alarms,
            Outbox<?> outbox,
            OutboxRelay<?> relay,
            TopicReading reading,
            LedgerProperties ledger) {
        return new DatabaseHealth(database, reading, Status.OUT_OF_SERVICE, health -> {
            if (ledger.kafka()) {
                health.withDetail("publishing", relay.state().name());
            }
            health.withDetail("alarms", alarms.count()).withDetail("unpublished", outbox.backlog());
        });
    }

    @Bean
    Gauge alarmGauge(MeterRegistry meters, AlarmRepository alarms) {
        return Gauge.builder("licenseflow.ledger.alarms", alarms, AlarmRepository::count)
                .description("Alarms ever raised")
                .register(meters);
    }

    @Bean
    Gauge outboxGauge(MeterRegistry meters, Outbox<?> outbox) {
        return Gauge.builder("licenseflow.ledger.outbox", outbox, Outbox::backlog)
                .description("Settlements recorded and not known to be published")
                .register(meters);
    }
}
