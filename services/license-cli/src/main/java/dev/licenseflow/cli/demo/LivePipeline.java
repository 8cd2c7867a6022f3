package dev.licenseflow.cli.demo;

import dev.licenseflow.domain.decision.MonthTotals;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.messaging.publishing.KafkaAccess;
import dev.licenseflow.postgres.EmbeddedDatabase;
import dev.licenseflow.processor.processor.ProcessorSettings;
import dev.licenseflow.processor.streams.LicenseProcessor;
import dev.licenseflow.processor.streams.ProcessorConnection;
import dev.licenseflow.standalone.broker.BrokerSettings;
import dev.licenseflow.standalone.broker.ShiftedClock;
import dev.licenseflow.standalone.pipeline.Foundation;
import dev.licenseflow.standalone.pipeline.StartPhase;
import dev.licenseflow.standalone.startup.DataFolder;
import dev.licenseflow.standalone.startup.LogFile;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.streams.KafkaStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A pipeline for one run of the demo: a real broker and a billing ledger on free ports, in a folder that is deleted
 * afterwards. It has two partitions and one thread, since every further one only makes the start longer.
 */
final class LivePipeline implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LivePipeline.class);
    private static final int PARTITIONS = 2;
    private static final long PATIENCE_SECONDS = 60;

    private static final long PAUSE_MILLIS = 50;
    private static final Duration SCENARIOS_TAKE_AT_MOST = Duration.ofMinutes(5);

    /** The clock passes the boundary by itself, as it does in real life. */
    private static final Duration BEFORE_BOUNDARY = Duration.ofMillis(200);

    private static final Set<TransactionState> OPEN_STATES =
            Set.of(TransactionState.ONGOING, TransactionState.PREPARE_COMMIT, TransactionState.PREPARE_ABORT);

    private static final String AN_HOUR = Long.toString(Duration.ofHours(1).toMillis());

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final BusinessCalendar calendar;
    private final ShiftedClock clock;
    private final CompletableFuture<KafkaAccess> access = new CompletableFuture<>();
    private final Optional<LiveLedger> ledger;
    private final KafkaPipeline client;

    /**
     * Starts it, and returns when requests are decided; the ledger may still be starting then.
     *
     * @param now what its clock says, unless a month ends right then
     */
    LivePipeline(BusinessCalendar calendar, Instant now, Consumer<StartPhase> progress) throws InterruptedException {
        this.calendar = calendar;
        this.clock = new ShiftedClock(startOf(calendar, now));
        try {
            TemporaryFolder temporary = opened(TemporaryFolder.create());
            LogFile.open(temporary.path().resolve("demo.log"));
            DataFolder folder = opened(DataFolder.open(temporary.path().resolve("data")));
            this.ledger = EmbeddedDatabase.isAvailable()
                    ? Optional.of(new LiveLedger(temporary, access, calendar.zone()))
                    : Optional.empty();
            Foundation foundation;
            try {
                foundation = opened(Foundation.start(folder, brokerSettings(), 0, PARTITIONS, progress, clock));
                access.complete(foundation.access());
            } catch (RuntimeException failure) {
                access.completeExceptionally(failure);
                throw failure;
            } finally {
                ledger.ifPresent(this::opened);
            }
            progress.accept(StartPhase.PROCESSOR);
            startProcessor(folder, foundation.access(), temporary);
            this.client = opened(new KafkaPipeline(foundation.access(), customer -> true));
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    /** If the month is about to end, the next month is taken: else it would begin in the middle of the scenarios. */
    private static Instant startOf(BusinessCalendar calendar, Instant now) {
        Instant boundary = calendar.startOf(calendar.monthOf(now).plusMonths(1));
        return now.plus(SCENARIOS_TAKE_AT_MOST).isBefore(boundary) ? now : boundary.plusSeconds(1);
    }

    /** For clients in this process. */
    KafkaAccess access() {
        return access.join();
    }

    /** Where the ledger listens, once it does; empty if there is no PostgreSQL for this machine. */
    Optional<String> ledgerUrl() throws InterruptedException {
        return ledger.isPresent() ? Optional.of(ledger.get().url()) : Optional.empty();
    }

    /** By the broker's clock. */
    Instant now() {
        return clock.now();
    }

    /** What reads and writes the topics. */
    KafkaPipeline client() {
        return client;
    }

    /** Moves the clock to the start of the month and waits until all partitions are closed; the totals over them (M4). */
    MonthTotals begin(YearMonth month) throws InterruptedException {
        awaitNoTransaction();
        clock.set(calendar.startOf(month).minus(BEFORE_BOUNDARY));
        return client.closed(month, PARTITIONS);
    }

    /**
     * Waits until no transaction is open: once the clock is put forward, it would look weeks old to the broker. Nothing else
     * is under way, since every request sent so far has been answered, and the answer read.
     */
    private void awaitNoTransaction() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        ListTransactionsOptions open = new ListTransactionsOptions().filterStates(OPEN_STATES);
        try (Admin admin = Admin.create(access().clientProperties())) {
            while (!admin.listTransactions(open).all().get().isEmpty()) {
                if (System.nanoTime() - deadline > 0) {
                    throw new IllegalStateException("A transaction did not end in time");
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException("The broker does not tell which transactions are open", failure);
        }
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception failure) {
                // What is left has to be stopped as well.
                LOG.error("A part of the demo did not stop cleanly", failure);
            }
        }
    }

    private <P extends AutoCloseable> P opened(P part) {
        parts.push(part);
        return part;
    }

    private void startProcessor(DataFolder folder, KafkaAccess kafka, TemporaryFolder temporary)
            throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        ProcessorConnection connection = new ProcessorConnection(
                kafka.bootstrapServers(), kafka.registry(), "", PARTITIONS, folder.resolve("state"), 1, Map.of());
        LicenseProcessor processor =
                opened(LicenseProcessor.of(connection, ProcessorSettings.DEFAULT.in(calendar), clock, state -> {
                    if (state == KafkaStreams.State.RUNNING) {
                        running.countDown();
                    }
                }));
        processor.start();
        if (!running.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The processor did not come to run; see " + temporary.path());
        }
    }

    /** Once the clock is put forward, everything looks weeks old to the broker; it must not clean up during the demo. */
    private static BrokerSettings brokerSettings() {
        return BrokerSettings.onFreePorts()
                .with("offsets.topic.num.partitions", "1")
                .with("transaction.state.log.num.partitions", "1")
                .with("transaction.abort.timed.out.transaction.cleanup.interval.ms", AN_HOUR)
                .with("log.initial.task.delay.ms", AN_HOUR);
    }
}
