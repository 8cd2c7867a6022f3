package dev.licenseflow.billing.spring;

import com.zaxxer.hikari.HikariDataSource;
import dev.licenseflow.billing.alarm.AlarmRepository;
import dev.licenseflow.billing.bank.BankReturnRepository;
import dev.licenseflow.billing.bank.BankReturnService;
import dev.licenseflow.billing.charge.ChargeRepository;
import dev.licenseflow.billing.charge.ChargeSearch;
import dev.licenseflow.billing.database.LedgerTables;
import dev.licenseflow.billing.idempotency.IdempotentWrites;
import dev.licenseflow.billing.reconciliation.Reconciliation;
import dev.licenseflow.billing.settlement.SettlementRepository;
import dev.licenseflow.billing.settlement.SettlementService;
import dev.licenseflow.billing.statement.ChargeTable;
import dev.licenseflow.billing.statement.MonthCloseRepository;
import dev.licenseflow.billing.statement.Statements;
import dev.licenseflow.database.Transactions;
import dev.licenseflow.database.spring.DatabaseBeans;
import dev.licenseflow.database.spring.ServiceProperties;
import dev.licenseflow.domain.month.BusinessCalendar;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger itself: its database and what is done with it. */
@Configuration(proxyBeanMethods = false)
@Import(DatabaseBeans.class)
class LedgerBeans {

    /** With its tables up to date: whoever has it can use them. */
    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(ServiceProperties properties) {
        return properties.database().open("billing-ledger", LedgerTables::update);
    }

    @Bean
    AlarmRepository alarms(JdbcClient database, Clock clock) {
        return new AlarmRepository(database, clock);
    }

    @Bean
    ChargeRepository charges(JdbcClient database) {
        return new ChargeRepository(database);
    }

    @Bean
    ChargeSearch chargeSearch(JdbcClient database) {
        return new ChargeSearch(database);
    }

    @Bean
    MonthCloseRepository monthCloses(JdbcClient database) {
        return new MonthCloseRepository(database);
    }

    @Bean
    SettlementRepository settlements(JdbcClient database, Clock clock) {
        return new SettlementRepository(database, clock);
    }

    @Bean
    SettlementService settlementDesk(
            Transactions transactions, ChargeRepository charges, SettlementRepository settlements) {
        return new SettlementService(transactions, charges, settlements);
    }

    @Bean
    BankReturnRepository bankReturns(JdbcClient database) {
        return new BankReturnRepository(database);
    }

    @Bean
    BankReturnService bankReturnDesk(
            Transactions transactions,
            ChargeRepository charges,
            SettlementService settlements,
            BankReturnRepository repository,
            BusinessCalendar calendar,
            Clock clock) {
        return new BankReturnService(transactions, charges, settlements, repository, calendar, clock);
    }

    @Bean
    Statements statements(ChargeRepository charges, BusinessCalendar calendar, Clock clock) {
        return new Statements(charges, calendar, clock);
    }

    @Bean
    ChargeTable chargeTable(BusinessCalendar calendar) {
        return new ChargeTable(calendar);
    }

    @Bean
    Reconciliation reconciliation(JdbcClient database) {
        return new Reconciliation(database);
    }

    @Bean
    IdempotentWrites idempotentWrites(JdbcClient database, Transactions transactions, Clock clock) {
        return new IdempotentWrites(database, transactions, clock);
    }
}
