package dev.licenseflow.system.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.licenseflow.billing.charge.ChargeRepository;
import dev.licenseflow.billing.database.LedgerTables;
import dev.licenseflow.billing.settlement.SettlementOrder;
import dev.licenseflow.billing.settlement.SettlementRepository;
import dev.licenseflow.billing.settlement.SettlementService;
import dev.licenseflow.database.Transactions;
import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.charge.ChargeIds;
import dev.licenseflow.domain.charge.ChargeKind;
import dev.licenseflow.domain.charge.ChargeLine;
import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.domain.request.SettlementFacts;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.common.GroupState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the ledger at the worst moments. A lock in the database, held by the test, stops it exactly there. The tests share one
 * platform and build on one another.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LedgerKillIT {

    private static final int CUSTOMERS = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    @TempDir
    private static Path folder;

    private static Platform platform;

    @BeforeAll
    static void start() {
        platform = Platform.start(folder);
        LedgerTables.update(platform.source());
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    @Order(1)
    void aLedgerKilledAmidABatchHasEachChargeOnceAfterItsRestart() throws Exception {
        List<Charge> charges =
                IntStream.range(0, CUSTOMERS).mapToObj(LedgerKillIT::charge).toList();
        platform.produce(platform.topics.charges(), charges, Charge::customerId);
        // The same once more: what a producer or a restored topic may do.
        platform.produce(platform.topics.charges(), charges.subList(0, 100), Charge::customerId);

        try (Connection lock = platform.source().getConnection();
                LedgerProcess ledger = platform.startLedger("--licenseflow.ledger.poll-records=10")) {
            claim(lock, charges.get(CUSTOMERS / 2));
            awaitBlocked();
            assertThat(platform.number("select count(*) from charges"))
                    .isPositive()
                    .isLessThan(CUSTOMERS);
            assertThat(ledger.health("readiness"))
                    .as("while what was there at its start is not entered")
                    .startsWith("503 ");
            ledger.kill();
            lock.rollback();
        }
        try (LedgerProcess ledger = platform.startLedger()) {
            await().atMost(PATIENCE).until(() -> platform.number("select count(*) from charges") == CUSTOMERS);
            await().atMost(PATIENCE).until(ledger::isReady);
        }

        assertEachChargeOnce(charges);
    }

    @Test
    @Order(2)
    void allTopicsReadAgainFromTheirBeginningChangeNothing() {
        long last = platform.number("select max(seq) from charges");
        List<Charge> more = List.of(charge(CUSTOMERS));
        platform.produce(platform.topics.charges(), more, Charge::customerId);
        try (LedgerProcess ledger = platform.startLedger("--licenseflow.ledger.group=again")) {
            // The customer's partition is read to its end when the last charge is there; the other one by then or soon
            // after.
            await().atMost(PATIENCE).until(() -> platform.number("select count(*) from charges") == CUSTOMERS + 1);
            await().atMost(PATIENCE).until(() -> GroupLag.of(platform.access, "again", "licensing.charges") == 0);
            assertThat(ledger.isAlive()).isTrue();
        }

        assertThat(platform.number("select count(*) from charges where seq <= " + last))
                .isEqualTo(CUSTOMERS);
        assertThat(platform.number("select count(*) from charges")).isEqualTo(CUSTOMERS + 1);
        assertThat(platform.number("select count(*) from alarms")).isZero();
    }

    @Test
    @Order(3)
    void aLedgerKilledBetweenPublishingAndMarkingLosesNothingAndPublishesTheSameAgain() throws SQLException {
        List<String> inDoubt = new ArrayList<>();
        for (int customer = 0; customer < 5; customer++) {
            inDoubt.add(settle(charge(customer)));
        }

        try (Connection lock = platform.source().getConnection();
                LedgerProcess ledger = platform.startLedger()) {
            lock.setAutoCommit(false);
            lock.createStatement().execute("lock table outbox in share mode"); // it may be read, not marked
            await().atMost(PATIENCE).until(() -> published().size() >= inDoubt.size());
            awaitBlocked();
            ledger.kill();
            lock.rollback();
        }
        assertThat(platform.number("select count(*) from outbox where published_at is null"))
                .isEqualTo(inDoubt.size());
        String next = settle(charge(5));

        try (LedgerProcess ledger = platform.startLedger()) {
            await().atMost(PATIENCE)
                    .until(() -> platform.number("select count(*) from outbox where published_at is null") == 0);
            assertThat(ledger.isAlive()).isTrue();
        }
        // What the dead ledger had published came again, and the processor knows it by its id (rule D3).
        List<String> recorded = new ArrayList<>(inDoubt);
        recorded.add(next);
        assertThat(published().stream().distinct()).containsExactlyInAnyOrderElementsOf(recorded);
        assertThat(platform.committed(platform.topics.settlements()).stream().distinct())
                .as("each copy of a settlement is the same")
                .hasSize(recorded.size());
    }

    @Test
    @Order(4)
    void settlementsOfACustomerArePublishedInTheOrderOfTheirRecording() {
        List<Charge> charges = IntStream.range(0, 20)
                .mapToObj(number -> charge("ordem", "produto-" + number))
                .toList();
        platform.produce(platform.topics.charges(), charges, Charge::customerId);
        List<String> recorded = new ArrayList<>();
        try (LedgerProcess ledger = platform.startLedger()) {
            await().atMost(PATIENCE)
                    .until(() -> platform.number("select count(*) from charges where customer_id = 'ordem'") == 20);
            charges.forEach(charge -> recorded.add(settle(charge)));
            await().atMost(PATIENCE)
                    .until(() -> platform.number("select count(*) from outbox where published_at is null") == 0);
            assertThat(ledger.isAlive()).isTrue();
        }

        assertThat(platform.committed(platform.topics.settlements()))
                .filteredOn(settlement -> settlement.customerId().equals("ordem"))
                .extracting(Settlement::settlementId)
                .containsExactlyElementsOf(recorded);
    }

    @Test
    @Order(5)
    void aLedgerThatIsKilledAgainAndAgainGoesOnEachTime() {
        for (int start = 1; start <= 2; start++) {
            String product = "start-" + start;
            List<Charge> charges = IntStream.range(0, 10)
                    .mapToObj(customer -> charge("cliente-" + customer, product))
                    .toList();
            platform.produce(platform.topics.charges(), charges, Charge::customerId);
            try (LedgerProcess ledger = platform.startLedger()) {
                await().atMost(PATIENCE)
                        .until(() -> platform.number("select count(*) from charges where product = '" + product + "'")
                                == charges.size());
                ledger.kill();
            }
        }
    }

    @Test
    @Order(6)
    void aLedgerIsReadyWhileItHasItsPartitionsOnly() throws Exception {
        String group = "shared";
        platform.joinAndDie(group, Map.of());
        try (LedgerProcess ledger = platform.startLedger("--licenseflow.ledger.group=" + group)) {
            await().atMost(PATIENCE).until(() -> platform.groupState(group) == GroupState.PREPARING_REBALANCE);
            assertThat(ledger.health("readiness"))
                    .as("while the group waits for a member that is dead")
                    .startsWith("503 ")
                    .contains("JOINING");

            platform.removeMembers(group);
            await().atMost(PATIENCE).until(ledger::isReady);

            platform.joinAndDie(group, Map.of("group.instance.id", Platform.INSTANCE + "-0"));
            await().atMost(PATIENCE).until(() -> ledger.health("liveness").startsWith("503 "));
            assertThat(ledger.health("readiness"))
                    .as("when another one has its instance id")
                    .startsWith("503 ")
                    .contains("BROKEN");
        }
    }

    /** Enters a charge without committing it, so that whoever enters it next has to wait. */
    private static void claim(Connection lock, Charge charge) throws SQLException {
        lock.setAutoCommit(false);
        try (var insert = lock.prepareStatement("""
                insert into charges (charge_id, kind, customer_id, partner_id, product, quantity, unit_price_cents,
                    days_charged, days_in_month, amount_cents, currency, month, due_by, cause_id, catalog_version)
                values (?, 'INITIAL', 'c', 'p', 'x', 1, 1, 31, 31, 1, 'BRL', '2026-03', '2026-03-31', 'r', 1)""")) {
            insert.setString(1, charge.chargeId());
            insert.executeUpdate();
        }
    }

    private static void awaitBlocked() {
        await().atMost(PATIENCE)
                .until(() ->
                        platform.number("select count(*) from pg_stat_activity where wait_event_type = 'Lock'") > 0);
    }

    private static void assertEachChargeOnce(List<Charge> charges) {
        ChargeRepository repository = new ChargeRepository(platform.database());
        for (Charge charge : charges) {
            assertThat(repository.find(charge.chargeId()).orElseThrow().charge())
                    .isEqualTo(charge);
        }
        assertThat(platform.number("select count(*) from charges")).isEqualTo(charges.size());
        assertThat(platform.number("select count(*) from alarms")).isZero();
    }

    private static String settle(Charge charge) {
        Transactions transactions = new Transactions(platform.source());
        SettlementRepository repository = new SettlementRepository(platform.database(), Clock.systemUTC());
        return new SettlementService(transactions, new ChargeRepository(platform.database()), repository)
                .settle(SettlementOrder.paid(
                        charge.customerId(),
                        List.of(charge.chargeId()),
                        LocalDate.of(2026, 3, 9),
                        SettlementFacts.NONE))
                .match(settlement -> settlement.settlementId(), refused -> {
                    throw new AssertionError(refused);
                });
    }

    private static List<String> published() {
        return platform.committed(platform.topics.settlements()).stream()
                .map(Settlement::settlementId)
                .toList();
    }

    private static Charge charge(int customer) {
        return charge("cliente-" + customer, "cloud");
    }

    private static Charge charge(String customerId, String product) {
        return new Charge(
                ChargeIds.requested(customerId, MARCH, "parceiro-1", "pedido-1", product),
                ChargeKind.INITIAL,
                customerId,
                "parceiro-1",
                new ChargeLine(product, 1, 4_990, 31, 31, 4_990),
                "BRL",
                MARCH,
                "pedido-1",
                1,
                Optional.empty(),
                Optional.empty());
    }
}
