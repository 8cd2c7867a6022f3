package dev.licenseflow.processor.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.engine.LicenseEngine;
import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.messaging.mapping.MonthBegin;
import dev.licenseflow.messaging.publishing.CatalogProjection;
import dev.licenseflow.messaging.topic.LicensingTopics;
import dev.licenseflow.processor.intake.IntakeLog;
import dev.licenseflow.processor.state.StateSerdes;
import dev.licenseflow.processor.store.CustomerStore;
import dev.licenseflow.processor.store.FirstDecisionStore;
import dev.licenseflow.processor.store.MonthSweepStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When ticks are written, with a broker that takes its time to give them back. */
@Rule("M5")
class MonthCloseStepTest {

    private static final int PARTITION = 5;
    private static final Instant BOUNDARY = Instant.parse("2026-04-01T03:00:00Z");
    private static final LicensingTopics TOPICS = LicensingTopics.of(Map.of("schema.registry.url", "mock://ticks"));

    @TempDir
    private Path temp;

    private MockProcessorContext<Object, Object> context;
    private MonthCloseStep step;
    private List<StateStore> stores;

    @BeforeEach
    void init() {
        Properties properties = new Properties();
        properties.put("application.id", "ticks");
        properties.put("bootstrap.servers", "none:1");
        context = new MockProcessorContext<>(properties, new TaskId(0, PARTITION), temp.toFile());
        context.setCurrentStreamTimeMs(-1);
        stores = List.of(
                opened(CustomerStore.builder(StateSerdes.customers())),
                opened(FirstDecisionStore.builder(StateSerdes.firstDecisions())),
                opened(MonthSweepStore.builder(StateSerdes.monthSweeps())));
        ProcessorSettings settings = ProcessorSettings.DEFAULT;
        step = new MonthCloseStep(new Steps(
                new LicenseEngine(settings.calendar()),
                new CatalogProjection(TOPICS.catalog(), settings.publishMargin()),
                TOPICS,
                settings,
                PARTITION + 1,
                new IntakeLog(),
                Set.of()));
        step.init(context);
    }

    @AfterEach
    void close() {
        stores.forEach(StateStore::close);
    }

    @Test
    void aPartitionWithoutARecordIsToldTheMonth() {
        wallClock(BOUNDARY.minusSeconds(1));

        assertThat(ticks()).containsExactly(new MonthBegin(YearMonth.of(2026, 3), PARTITION));
    }

    @Test
    void noTickIsWrittenWhileOneIsOnItsWay() {
        partitionTime(BOUNDARY.minusSeconds(60));
        wallClock(BOUNDARY.minusMillis(1));
        assertThat(ticks()).isEmpty();

        wallClock(BOUNDARY);
        wallClock(BOUNDARY.plusSeconds(30));
        wallClock(BOUNDARY.plusSeconds(3_000));

        assertThat(ticks()).containsExactly(new MonthBegin(YearMonth.of(2026, 4), PARTITION));
    }

    @Test
    void noTickIsWrittenWhenRecordsHaveMovedTheTime() {
        partitionTime(BOUNDARY);
        wallClock(BOUNDARY.plusSeconds(30));

        assertThat(ticks()).isEmpty();
    }

    @Test
    void aTickThatTheBrokerDatedBeforeTheBoundaryIsFollowedByAnotherAfterAWhile() {
        partitionTime(BOUNDARY.minusSeconds(60));
        wallClock(BOUNDARY);
        step.process(new Record<>("5", new byte[0], BOUNDARY.minusSeconds(2).toEpochMilli()));
        partitionTime(BOUNDARY.minusSeconds(2));
        wallClock(BOUNDARY.plusSeconds(1));
        assertThat(ticks()).hasSize(1);

        wallClock(BOUNDARY.plus(Duration.ofSeconds(5)));

        assertThat(ticks()).hasSize(2);
    }

    private List<Object> ticks() {
        return context.forwarded(TOPICS.clock().egress()).stream()
                .<Object>map(forward -> forward.record().value())
                .toList();
    }

    private void partitionTime(Instant at) {
        context.setCurrentStreamTimeMs(at.toEpochMilli());
    }

    private void wallClock(Instant at) {
        context.scheduledPunctuators().stream()
                .filter(punctuator -> punctuator.getType() == PunctuationType.WALL_CLOCK_TIME)
                .forEach(punctuator -> punctuator.getPunctuator().punctuate(at.toEpochMilli()));
    }

    private StateStore opened(StoreBuilder<?> builder) {
        StateStore store = builder.withCachingDisabled().withLoggingDisabled().build();
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
        return store;
    }
}
