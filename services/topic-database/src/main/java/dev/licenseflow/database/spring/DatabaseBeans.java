package dev.licenseflow.database.spring;

import dev.licenseflow.database.Transactions;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How a service speaks to the one database that it has opened. */
@Configuration(proxyBeanMethods = false)
public class DatabaseBeans {

    @Bean
    JdbcClient database(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    Transactions transactions(DataSource dataSource) {
        return new Transactions(dataSource);
    }
}
