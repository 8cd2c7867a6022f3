package dev.licenseflow.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.fixture.PureCore;
import dev.licenseflow.domain.fixture.RequestBuilder;
import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.fixture.ScenarioCatalog;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.domain.simulation.Input;
import dev.licenseflow.messaging.mapping.ClosedPartition;
import dev.licenseflow.messaging.mapping.MonthBegin;
import dev.licenseflow.processor.processor.ProcessorSettings;
import dev.licenseflow.processor.streams.LicenseProcessor;
import dev.licenseflow.standalone.broker.ShiftedClock;
import dev.licenseflow.system.TopicLog.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The begin of the present month, played again on a real broker. Records have the times that the test gives them, and the
 * processor's wall clock is set to the boundary; everything else is as it is deployed.
 */
@SuppressWarnings("try") // A processor is there while the block runs, though nobody speaks to it.
@Rule({"M2", "M3", "M4", "M5"})
class MonthCloseIT {

    private static final BusinessCalendar CALENDAR = BusinessCalendar.SAO_PAULO;

    private final YearMonth month = CALENDAR.monthOf(Instant.now());
    private final Instant boundary = CALENDAR.startOf(month);
    private final PureCore core = new PureCore(CALENDAR);

    @TempDir
    private Path temp;

    private Pipeline pipeline;

    @BeforeEach
    void start() {
        pipeline = Pipeline.withTimesOfTheTest(temp);
        Instant published = boundary.minus(Duration.ofDays(3));
        pipeline.publish(ScenarioCatalog.sinceEver(), published);
        core.publish(ScenarioCatalog.sinceEver(), published);
    }

    @AfterEach
    void stop() {
        pipeline.close();
    }

    @Test
    void aQuietPartitionClosesAfterTheBoundaryByOneTick() {
        Set<Integer> busy = new HashSet<>();
        for (String customer : List.of("a", "b", "c")) {
            Input.Asked asked = new Input.Asked(
                    RequestBuilder.register("link").customer(customer).build("r1"), Instant.EPOCH);
            busy.add(Pipeline.settled(pipeline.send(asked, boundary.minus(Duration.ofHours(1))))
                    .partition());
        }
        assertThat(busy).as("partitions that have a record").hasSizeLessThan(Pipeline.PARTITIONS);
        ShiftedClock clock = new ShiftedClock(boundary.minus(Duration.ofMinutes(30)));
        try (TopicLog<MonthBegin> ticks = pipeline.follow(pipeline.topics().clock());
                TopicLog<Decision> decisions = pipeline.follow(pipeline.topics().decisions());
                TopicLog<ClosedPartition> closes =
                        pipeline.follow(pipeline.topics().monthCloses())) {
            try (LicenseProcessor processor = pipeline.startProcessor("quiet", ProcessorSettings.DEFAULT, clock)) {
                decisions.await(3);
                int before = Pipeline.PARTITIONS - busy.size();
                assertThat(ticks.await(before))
                        .as("ticks of partitions without a record")
                        .extracting(tick -> tick.value().month())
                        .containsOnly(month.minusMonths(1));

                clock.set(boundary.minusSeconds(2));
                closes.await(Pipeline.PARTITIONS);

                assertThat(clock.now()).isAfterOrEqualTo(boundary);
            }
            assertThat(closes.toEnd())
                    .extracting(close -> close.value().partition())
                    .containsExactlyInAnyOrderElementsOf(allPartitions());
            assertThat(ticks.toEnd().stream().filter(tick -> !tick.at().isBefore(boundary)))
                    .as("one tick for each partition")
                    .extracting(Entry::partition)
                    .containsExactlyInAnyOrderElementsOf(allPartitions());
        }
        Replay.check(pipeline, core, List.of(month));
    }

    /** Everything stands in the log before the processor starts, the ticks of the new month included. */
    @Test
    @Rule("T3")
    void aBacklogFromBeforeTheBoundaryIsDecidedAsOfBeforeIt() {
        Traffic traffic = new Traffic(11, "c", 120, month.minusMonths(1));
        List<Input> before = traffic.take(2_400);
        Instant first = boundary.minus(Duration.ofHours(2));
        long millisBetween = Duration.ofHours(2).toMillis() / before.size();
        for (int i = 0; i < before.size(); i++) {
            boolean last = i == before.size() - 1;
            pipeline.note(
                    pipeline.send(before.get(i), last ? boundary.minusMillis(1) : first.plusMillis(i * millisBetween)));
        }
        tickAll(boundary.plusMillis(1));
        List<Input> after = traffic.take(240);
        for (int i = 0; i < after.size(); i++) {
            pipeline.note(pipeline.send(after.get(i), boundary.plusSeconds(5 + i)));
        }
        tickAll(boundary.plus(Duration.ofMinutes(9)));
        pipeline.flush();

        ShiftedClock clock = new ShiftedClock(boundary.plus(Duration.ofMinutes(10)));
        try (TopicLog<Decision> decisions = pipeline.follow(pipeline.topics().decisions());
                TopicLog<ClosedPartition> closes =
                        pipeline.follow(pipeline.topics().monthCloses())) {
            try (LicenseProcessor processor = pipeline.startProcessor("late", ProcessorSettings.DEFAULT, clock)) {
                closes.await(Pipeline.PARTITIONS);
                decisions.await(read -> answers(read) == before.size() + after.size());
            }
        }
        Replay.check(pipeline, core, List.of(month));
    }

    @Test
    void aSweepThatIsKilledGoesOnWithoutDoingOrMissingACustomerTwice() throws IOException {
        register(2_400);
        tickAll(boundary.plusSeconds(1));
        pipeline.flush();
        Instant now = boundary.plus(Duration.ofMinutes(5));
        List<Input> meanwhile = new ArrayList<>();
        try (TopicLog<Decision> decisions = pipeline.follow(pipeline.topics().decisions());
                TopicLog<ClosedPartition> closes =
                        pipeline.follow(pipeline.topics().monthCloses())) {
            for (int kill = 1; kill <= 2; kill++) {
                try (ProcessorProcess slow = ProcessorProcess.start(pipeline, "sweep", 2, now, Map.of())) {
                    int wanted = kill * 250;
                    decisions.await(read -> closes(read) >= wanted);
                    meanwhile.addAll(askInMidSweep(kill, now.plusSeconds(kill)));
                    slow.kill();
                }
                assertThat(closes.entries()).as("partitions that are through").hasSizeLessThan(Pipeline.PARTITIONS);
            }
            try (ProcessorProcess fast = ProcessorProcess.start(pipeline, "sweep", 1_000, now, Map.of())) {
                closes.await(Pipeline.PARTITIONS);
                decisions.await(read -> answers(read) == 2_400 + meanwhile.size());
                fast.stop();
            }
        }
        Replay.check(pipeline, core, List.of(month));
    }

    @Test
    void aSweepMovesToAnotherInstanceWithoutDoingOrMissingACustomerTwice() {
        register(800);
        tickAll(boundary.plusSeconds(1));
        pipeline.flush();
        ShiftedClock clock = new ShiftedClock(boundary.plus(Duration.ofMinutes(5)));
        try (TopicLog<Decision> decisions = pipeline.follow(pipeline.topics().decisions());
                TopicLog<ClosedPartition> closes =
                        pipeline.follow(pipeline.topics().monthCloses());
                // Takes a minute at least: the sweep is under way whenever a partition moves.
                LicenseProcessor slow = pipeline.startProcessor("slow", sweeping(1, Duration.ofMillis(600)), clock)) {
            decisions.await(read -> closes(read) >= 20);
            try (LicenseProcessor quick =
                    pipeline.startProcessor("quick", sweeping(20, Duration.ofMillis(100)), clock)) {
                Awaitility.await()
                        .atMost(Pipeline.PATIENCE)
                        .until(() -> pipeline.shares().equals(List.of(4, 4)));
                List<Input> meanwhile = askInMidSweep(1, clock.now());
                slow.close();
                closes.await(Pipeline.PARTITIONS);
                decisions.await(read -> answers(read) == 800 + meanwhile.size());
            }
        }
        Replay.check(pipeline, core, List.of(month));
    }

    private void register(int customers) {
        new Traffic(5, "c", customers, month.minusMonths(1))
                .take(customers)
                .forEach(input -> pipeline.note(pipeline.send(input, boundary.minus(Duration.ofDays(1)))));
    }

    /** Of customers all over the range, most of them not swept yet. */
    private List<Input> askInMidSweep(int round, Instant at) {
        List<Input> inputs = new ArrayList<>();
        for (int i = round; i < 800; i += 40) {
            inputs.add(new Input.Asked(
                    RequestBuilder.remove("link-garcom", 1)
                            .customer("c%04d".formatted(i))
                            .build("meanwhile-" + round),
                    Instant.EPOCH));
        }
        inputs.forEach(input -> pipeline.note(pipeline.send(input, at)));
        pipeline.flush();
        return inputs;
    }

    private void tickAll(Instant at) {
        for (int partition : allPartitions()) {
            MonthBegin tick = new MonthBegin(CALENDAR.monthOf(at), partition);
            pipeline.note(pipeline.send(pipeline.topics().clock(), partition, Integer.toString(partition), tick, at));
        }
    }

    private static ProcessorSettings sweeping(int customers, Duration interval) {
        ProcessorSettings usual = ProcessorSettings.DEFAULT;
        return new ProcessorSettings(CALENDAR, usual.publishMargin(), interval, customers, Duration.ofSeconds(1));
    }

    private long closes(List<Entry<Decision>> decisions) {
        return decisions.stream()
                .filter(decision -> decision.value().causeId().equals(month.toString()))
                .count();
    }

    private long answers(List<Entry<Decision>> decisions) {
        return decisions.size() - closes(decisions);
    }

    private static List<Integer> allPartitions() {
        return IntStream.range(0, Pipeline.PARTITIONS).boxed().toList();
    }
}
