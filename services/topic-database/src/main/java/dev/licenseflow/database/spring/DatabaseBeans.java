package dev.licenseflow.database.spring;

import dev.licenseflow.database.Inbox;
import dev.licenseflow.database.Outbox;
import dev.licenseflow.database.OutboxRelay;
import dev.licenseflow.database.Transactions;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.messaging.topic.LicensingTopics;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The beans of every service with topics and a database. The service itself has to add a {@link DataSource}, {@link ReadingSettings},
 * an {@link Inbox}, an {@link Outbox} with its {@link OutboxRelay}, and a {@link DatabaseHealth}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ServiceProperties.class)
public class DatabaseBeans {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    BusinessCalendar calendar(ServiceProperties properties) {
        return new BusinessCalendar(properties.zone());
    }

    @Bean
    LicensingTopics topics(ServiceProperties properties) {
        return LicensingTopics.of(properties.registry());
    }

    @Bean
    JdbcClient database(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    Transactions transactions(DataSource dataSource) {
        return new Transactions(dataSource);
    }

    @Bean
    TopicReading topicReading(ReadingSettings settings, Inbox<?> inbox, ApplicationEventPublisher events) {
        return new TopicReading(settings, inbox.topics(), inbox::enter, events);
    }

    @Bean
    BackgroundLifecycle relayLifecycle(OutboxRelay<?> relay, ReadingSettings settings) {
        return new BackgroundLifecycle(relay, "outbox-relay", settings.enabled());
    }
}
