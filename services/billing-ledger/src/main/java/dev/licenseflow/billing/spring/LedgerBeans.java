package dev.licenseflow.billing.spring;

import com.zaxxer.hikari.HikariDataSource;
import dev.licenseflow.billing.alarm.AlarmBook;
import dev.licenseflow.billing.bank.BankReturnBook;
import dev.licenseflow.billing.bank.BankReturnDesk;
import dev.licenseflow.billing.charge.ChargeBook;
import dev.licenseflow.billing.charge.ChargeSearch;
import dev.licenseflow.billing.database.LedgerTables;
import dev.licenseflow.billing.idempotency.IdempotentWrites;
import dev.licenseflow.billing.reconciliation.Reconciliation;
import dev.licenseflow.billing.settlement.SettlementBook;
import dev.licenseflow.billing.settlement.SettlementDesk;
import dev.licenseflow.billing.statement.ChargeTable;
import dev.licenseflow.billing.statement.MonthCloseBook;
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
    AlarmBook alarms(JdbcClient database, Clock clock) {
        return new AlarmBook(database, clock);
    }

    @Bean
    ChargeBook charges(JdbcClient database) {
        return new ChargeBook(database);
    }

    @Bean
    ChargeSearch chargeSearch(JdbcClient database) {
        return new ChargeSearch(database);
    }

    @Bean
    MonthCloseBook monthCloses(JdbcClient database) {
        return new MonthCloseBook(database);
    }

    @Bean
    SettlementBook settlements(JdbcClient database, Clock clock) {
        return new SettlementBook(database, clock);
    }

    @Bean
    SettlementDesk settlementDesk(Transactions transactions, ChargeBook charges, SettlementBook settlements) {
        return new SettlementDesk(transactions, charges, settlements);
    }

    @Bean
    BankReturnBook bankReturns(JdbcClient database) {
        return new BankReturnBook(database);
    }

    @Bean
    BankReturnDesk bankReturnDesk(
            Transactions transactions,
            ChargeBook charges,
            SettlementDesk settlements,
            BankReturnBook book,
            BusinessCalendar calendar,
            Clock clock) {
        return new BankReturnDesk(transactions, charges, settlements, book, calendar, clock);
    }

    @Bean
    Statements statements(ChargeBook charges, BusinessCalendar calendar, Clock clock) {
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
