package dev.licenseflow.portal.spring;

import com.zaxxer.hikari.HikariDataSource;
import dev.licenseflow.database.Transactions;
import dev.licenseflow.database.spring.DatabaseBeans;
import dev.licenseflow.database.spring.ServiceProperties;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.portal.account.Accounts;
import dev.licenseflow.portal.customer.CustomerBook;
import dev.licenseflow.portal.customer.Customers;
import dev.licenseflow.portal.database.PortalTables;
import dev.licenseflow.portal.demo.DemoData;
import dev.licenseflow.portal.license.ChargeBook;
import dev.licenseflow.portal.license.DecisionBook;
import dev.licenseflow.portal.license.LicenseBook;
import dev.licenseflow.portal.live.ChangeBoard;
import dev.licenseflow.portal.preview.Preview;
import dev.licenseflow.portal.preview.ProcessorPreview;
import dev.licenseflow.portal.request.RequestDesk;
import dev.licenseflow.portal.web.People;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The portal itself: its database and what is done with it. */
@Configuration(proxyBeanMethods = false)
@Import(DatabaseBeans.class)
class PortalBeans {

    /** With its tables up to date: whoever has it can use them. */
    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(ServiceProperties properties) {
        return properties.database().open("partner-portal", PortalTables::update);
    }

    @Bean
    Accounts accounts(JdbcClient database, PasswordEncoder passwords, Clock clock) {
        return new Accounts(database, passwords, clock);
    }

    /** Who is behind the user ids of requests. */
    @Bean
    People people(Accounts accounts) {
        return accounts::nameOf;
    }

    @Bean
    CustomerBook customers(JdbcClient database) {
        return new CustomerBook(database);
    }

    @Bean
    LicenseBook licenses(JdbcClient database, BusinessCalendar calendar, Clock clock) {
        return new LicenseBook(database, calendar, clock);
    }

    @Bean
    DecisionBook decisions(JdbcClient database) {
        return new DecisionBook(database);
    }

    @Bean
    ChargeBook charges(JdbcClient database) {
        return new ChargeBook(database);
    }

    @Bean
    ChangeBoard changes() {
        return new ChangeBoard();
    }

    @Bean
    Preview preview(PortalProperties properties) {
        return new ProcessorPreview(properties.processorUrl());
    }

    @Bean
    DemoData demoData(
            Transactions transactions, Accounts accounts, Customers customers, RequestDesk desk, Clock clock) {
        return new DemoData(transactions, accounts, customers, desk, clock);
    }
}
