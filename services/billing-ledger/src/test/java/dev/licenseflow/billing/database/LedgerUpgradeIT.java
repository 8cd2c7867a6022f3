package dev.licenseflow.billing.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.billing.TestDatabase;
import dev.licenseflow.billing.charge.ChargeRepository;
import dev.licenseflow.billing.settlement.LedgerSettlement;
import dev.licenseflow.billing.settlement.SettlementRepository;
import dev.licenseflow.database.Outbox;
import dev.licenseflow.domain.request.Settlement;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** A database of the release that noted where each settlement stands on the topic. */
class LedgerUpgradeIT {

    @Test
    void whatWasPublishedStaysSoAndTheRestIsStillToBePublished() {
        try (TestDatabase database = TestDatabase.createEmpty()) {
            Flyway.configure()
                    .dataSource(database.source())
                    .locations("classpath:billing-ledger/db")
                    .target("1")
                    .load()
                    .migrate();
            database.client().sql("""
                            insert into settlements (customer_id, settlement_id, origin, outcome, status, amount_cents, requested_at)
                            values ('c1', 's1', 'LEDGER', 'PAID', 'PENDING', 1, now()), ('c1', 's2', 'LEDGER', 'PAID', 'PENDING', 1, now());
                            insert into settlement_lines values ('c1', 's1', 'a', 'PENDING'), ('c1', 's2', 'b', 'PENDING');
                            insert into charges (charge_id, kind, customer_id, partner_id, product, quantity, unit_price_cents,
                                days_charged, days_in_month, amount_cents, currency, month, due_by, cause_id, catalog_version)
                            values ('a', 'RENEWAL', 'c1', 'p1', 'link', 1, 990, 31, 31, 990, 'BRL', '2026-03', '2026-03-31', 'x', 1);
                            insert into outbox (customer_id, settlement_id, recorded_at, published_at, partition, record_offset)
                            values ('c1', 's1', now(), '2026-03-10T15:00:00Z', 3, 7), ('c1', 's2', now(), null, null, null)""").update();

            LedgerTables.update(database.source());
            LedgerTables.update(database.source());

            Outbox<Settlement> outbox = SettlementRepository.outbox(database.client(), Clock.systemUTC());
            assertThat(outbox.next(10))
                    .extracting(Outbox.Entry::value)
                    .extracting(Settlement::settlementId)
                    .containsExactly("s2");
            outbox.markPublished(outbox.next(10));
            List<LedgerSettlement> settlements = new SettlementRepository(database.client(), Clock.systemUTC())
                    .after(0, Optional.empty(), Optional.empty(), 10);
            assertThat(new ChargeRepository(database.client()).find("a"))
                    .hasValueSatisfying(charge -> assertThat(charge.owedCents()).isEqualTo(990));
            assertThat(settlements).extracting(LedgerSettlement::publishedAt).allMatch(Optional::isPresent);
        }
    }
}
