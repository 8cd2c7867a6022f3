package dev.licenseflow.portal.spring;

import com.zaxxer.hikari.HikariDataSource;
import dev.licenseflow.database.Transactions;
import dev.licenseflow.database.spring.DatabaseBeans;
import dev.licenseflow.database.spring.ServiceProperties;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.portal.account.Accounts;
import dev.licenseflow.portal.customer.CustomerRepository;
import dev.licenseflow.portal.database.PortalTables;
import dev.licenseflow.portal.demo.DemoData;
import dev.licenseflow.portal.license.CustomerChargeRepository;
import dev.licenseflow.portal.license.DecisionRepository;
import dev.licenseflow.portal.license.LicenseRepository;
import dev.licenseflow.portal.live.Changes;
import dev.licenseflow.portal.preview.Preview;
import dev.licenseflow.portal.preview.ProcessorPreview;
import dev.licenseflow.portal.request.RequestService;
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

    @Bean
    CustomerRepository customers(JdbcClient database) {
        return new CustomerRepository(database);
    }

    @Bean
    LicenseRepository licenses(JdbcClient database, BusinessCalendar calendar, Clock clock) {
        return new LicenseRepository(database, calendar, clock);
    }

    @Bean
    DecisionRepository decisions(JdbcClient database) {
        return new DecisionRepository(database);
    }

    @Bean
    CustomerChargeRepository charges(JdbcClient database) {
        return new CustomerChargeRepository(database);
    }

    @Bean
    Changes changes() {
        return new Changes();
    }

    @Bean
    Preview preview(PortalProperties properties) {
        return new ProcessorPreview(properties.processorUrl());
    }

    @Bean
    DemoData demoData(
            Transactions transactions,
            Accounts accounts,
            CustomerRepository customers,
            RequestService service,
            Clock clock) {
        return new DemoData(transactions, accounts, customers, service, clock);
    }
}
