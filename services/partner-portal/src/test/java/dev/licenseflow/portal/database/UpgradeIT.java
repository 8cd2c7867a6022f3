package dev.licenseflow.portal.database;

import static dev.licenseflow.portal.Samples.AT;
import static dev.licenseflow.portal.Samples.content;
import static dev.licenseflow.portal.Samples.customer;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.licenseflow.domain.decision.Decided;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.fixture.PureCore;
import dev.licenseflow.domain.fixture.RequestBuilder;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.messaging.json.RequestJson;
import dev.licenseflow.portal.customer.CustomerRepository;
import dev.licenseflow.portal.license.CustomerStatus;
import dev.licenseflow.portal.license.DecisionRepository;
import dev.licenseflow.portal.license.JournalEntry;
import dev.licenseflow.portal.license.LicenseRepository;
import dev.licenseflow.postgres.EmbeddedDatabase;
import dev.licenseflow.postgres.TestServer;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database of the release in which a customer had one row, and a decision no partner. */
class UpgradeIT {

    private final HikariDataSource source = source();
    private final JdbcClient database = JdbcClient.create(source);
    private final PureCore core = PureCore.withScenarioCatalog();
    private long offset;

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    void whatWasStoredIsTheOwnersAndTheAskers() {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:partner-portal/db")
                .target("2")
                .load()
                .migrate();
        database.sql("insert into partners values ('p1', 'One'), ('p2', 'Two')").update();
        database.sql("""
                        insert into customers (customer_id, partner_id, name, search_name, tax_id, registered_at)
                        values ('c1', 'p1', 'Isca', 'isca', '11222333000181', now())""").update();
        database.sql("""
                        insert into licenses values ('c1', 'p2', 'link', 'ACTIVE', 'MANUAL', '2026-03', 1, '{}', 0)""").update();
        Decision registered =
                store(RequestBuilder.register("link").partner("p2").build("r1"));
        Request asked = RequestBuilder.register("link").partner("p1").build("r2");
        database.sql("""
                        insert into requests (customer_id, request_id, partner_id, content, recorded_at)
                        values ('c1', 'r2', 'p1', :content, now())""").param("content", RequestJson.write(asked)).update();
        Decision refused = store(asked);
        Decision suspended = store(RequestBuilder.suspend().partner("p2").build("r3"));
        store(RequestBuilder.suspend().partner("p3").build("r4"));

        PortalTables.update(source);
        PortalTables.update(source);

        DecisionRepository decisions = new DecisionRepository(database);
        LicenseRepository licenses =
                new LicenseRepository(database, BusinessCalendar.SAO_PAULO, Clock.fixed(AT, ZoneOffset.UTC));
        assertThat(decisions.of("p1", "c1", 0, 10).items())
                .extracting(JournalEntry::decision)
                .containsExactly(refused);
        assertThat(decisions.of("p2", "c1", 0, 10).items())
                .extracting(JournalEntry::decision)
                .containsExactly(suspended, registered);
        assertThat(database.sql("select count(*) from decisions")
                        .query(Long.class)
                        .single())
                .isEqualTo(4);
        new CustomerRepository(database).put(customer("p2", "c1", "Padaria", "11222333000181"));
        assertThat(licenses.find("p2", "c1").orElseThrow().status()).isEqualTo(CustomerStatus.ACTIVE);
        assertThat(licenses.find("p1", "c1").orElseThrow().status()).isEqualTo(CustomerStatus.PENDING);
    }

    private Decision store(Request request) {
        List<Decided> decided = core.request(request, AT);
        Decision decision = decided.get(decided.size() - 1).decision();
        database.sql("insert into decisions values (0, :offset, 'c1', 'REQUEST', :cause, :content)")
                .param("offset", offset++)
                .param("cause", decision.causeId())
                .param("content", content(decision))
                .update();
        return decision;
    }

    private static HikariDataSource source() {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(TestServer.newDatabase());
        source.setUsername(EmbeddedDatabase.USER);
        source.setMaximumPoolSize(3);
        return source;
    }
}
