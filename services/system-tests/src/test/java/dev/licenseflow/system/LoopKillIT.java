package dev.licenseflow.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.charge.Charge;
import dev.licenseflow.domain.decision.Cause;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.Outcome;
import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.fixture.ScenarioCatalog;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.system.TopicLog.Entry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole loop, with two ledgers at once: charges go to the ledger, settlements come back. Its services are killed while
 * both flow. The seed of a failed run is in the message: {@code -Dseed=…} sends the same and kills after the same counts.
 */
class LoopKillIT {

    private static final Duration GRACE = Pipeline.PATIENCE;

    @RegisterExtension
    private final RandomSeed chosen = new RandomSeed();

    private final long seed = chosen.value();

    @TempDir
    private Path temp;

    private SplittableRandom random;
    private Pipeline pipeline;
    private Deployment deployment;
    private volatile ServiceProcess processor;
    private volatile ServiceProcess firstLedger;
    private volatile ServiceProcess secondLedger;

    @Test
    @Rule({"D1", "G3", "G4", "L1"})
    void servicesThatAreKilledApartAndTogetherLoseNothingAndSettleNothingTwice() throws Exception {
        random = new SplittableRandom(seed);
        Traffic requests = new Traffic(seed, "c", 60, BusinessCalendar.SAO_PAULO.monthOf(Instant.now()));
        try (Pipeline started = Pipeline.start(temp);
                Deployment services = new Deployment(started, temp);
                TopicLog<Decision> decisions = started.follow(started.topics().decisions())) {
            pipeline = started;
            deployment = services;
            pipeline.publish(ScenarioCatalog.sinceEver(), null);
            processor = services.processor("processor");
            firstLedger = services.ledger("ledger-1");
            secondLedger = services.ledger("ledger-2");
            processor.awaitReady();
            firstLedger.awaitReady();
            secondLedger.awaitReady();
            BillingTraffic traffic =
                    new BillingTraffic(pipeline, requests, seed, List.of(() -> firstLedger, () -> secondLedger));
            CompletableFuture<Void> flow = CompletableFuture.runAsync(traffic);
            try {
                killApartAndTogether(traffic, decisions);
                await(traffic, decisions);
            } finally {
                traffic.finish();
            }
            flow.get(Pipeline.PATIENCE.toSeconds(), TimeUnit.SECONDS);

            awaitQuiet(traffic, decisions);
            processor.terminate();
            processor.exitStatus(GRACE);
            List<Entry<Decision>> all = decisions.toEnd();
            checkSettlements(traffic, all);
            checkCharges();
            // Not replayed: a request and a settlement of the same millisecond may be decided in either order.
            assertThat(all)
                    .as("seed %d", seed)
                    .filteredOn(decision -> decision.value().cause() == Cause.REQUEST)
                    .hasSize(traffic.sent());
        }
    }

    /** Whichever ledger publishes at first is killed in one of the turns. */
    private void killApartAndTogether(BillingTraffic traffic, TopicLog<Decision> decisions) {
        await(traffic, decisions);
        firstLedger.kill();
        firstLedger = deployment.ledger("ledger-1");
        await(traffic, decisions);
        firstLedger.kill();
        secondLedger.kill();
        processor.kill();
        processor = deployment.processor("processor");
        firstLedger = deployment.ledger("ledger-1");
        secondLedger = deployment.ledger("ledger-2");
    }

    /** Until some more is decided, settlements included. */
    private void await(BillingTraffic traffic, TopicLog<Decision> decisions) {
        int decided = decisions.entries().size() + random.nextInt(1, 200);
        int settled = traffic.settled() + random.nextInt(1, 10);
        decisions.await(read -> read.size() >= decided && traffic.settled() >= settled);
    }

    private void awaitQuiet(BillingTraffic traffic, TopicLog<Decision> decisions) {
        decisions.await(read -> read.stream()
                        .filter(decision -> decision.value().cause() == Cause.REQUEST)
                        .count()
                >= traffic.sent());
        Awaitility.await()
                .atMost(Pipeline.PATIENCE)
                .until(() -> deployment.number("select count(*) from settlements where status = 'PENDING'") == 0
                        && deployment.number("select count(*) from outbox where published_at is null") == 0
                        && deployment.number("select count(*) from charges")
                                == charges().size());
        firstLedger.awaitReady();
        Awaitility.await()
                .atMost(Pipeline.PATIENCE)
                .until(() -> firstLedger
                        .get("/api/billing/v1/reconciliation?onlyDifferences=true")
                        .body()
                        .contains("\"items\":[]"));
    }

    private void checkSettlements(BillingTraffic traffic, List<Entry<Decision>> decisions) {
        List<Decision> effective = decisions.stream()
                .map(Entry::value)
                .filter(decision -> decision.cause() == Cause.SETTLEMENT && !decision.duplicate())
                .toList();
        assertThat(effective)
                .as("effective decisions, seed %d", seed)
                .extracting(Decision::causeId)
                .containsExactlyInAnyOrderElementsOf(traffic.settlementIds());
        assertThat(effective).as("seed %d", seed).extracting(Decision::outcome).containsOnly(Outcome.APPLIED);
        assertThat(deployment
                        .database()
                        .sql("select settlement_id from settlements where status = 'APPLIED'")
                        .query(String.class)
                        .list())
                .as("settlements, seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(traffic.settlementIds());
        assertZero("select count(*) from settlements where status <> 'APPLIED' or origin <> 'LEDGER'");
        assertZero("select count(*) from settlement_lines where result <> 'SETTLED'");
        assertZero("""
                select count(*) from charges c where (status = 'SETTLED') <> exists (
                    select 1 from settlement_lines l where l.charge_id = c.charge_id)""");
    }

    private void checkCharges() {
        List<Charge> topic = charges();
        assertThat(deployment
                        .database()
                        .sql("select charge_id from charges")
                        .query(String.class)
                        .list())
                .as("charges in the ledger, seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(
                        topic.stream().map(Charge::chargeId).toList());
        assertThat(deployment.number("select coalesce(sum(amount_cents), 0) from charges"))
                .as("cents in the ledger, seed %d", seed)
                .isPositive()
                .isEqualTo(topic.stream()
                        .mapToLong(charge -> charge.line().amountCents())
                        .sum());
        assertZero("select count(*) from alarms");
        assertZero("select count(*) from unreadable_records");
    }

    private void assertZero(String sql) {
        assertThat(deployment.number(sql)).as("%s, seed %d", sql, seed).isZero();
    }

    private List<Charge> charges() {
        try (TopicLog<Charge> log = pipeline.follow(pipeline.topics().charges())) {
            return log.toEnd().stream().map(Entry::value).toList();
        }
    }
}
