package dev.licenseflow.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.fixture.ScenarioCatalog;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.domain.simulation.Input;
import dev.licenseflow.domain.simulation.RandomInputs;
import dev.licenseflow.messaging.json.RecordJson;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random histories come out of the topology, with its stores and serdes, as they come out of the pure core. */
@Rule({"D1", "D3", "D9", "G3", "L1", "M1", "M2", "M3", "T1"})
class TopologySimulationTest {

    private static final BusinessCalendar CALENDAR = BusinessCalendar.SAO_PAULO;
    private static final RecordJson JSON = new RecordJson(CALENDAR.zone());
    private static final int STEPS = Integer.getInteger("licenseflow.simulation.steps", 400);

    @ParameterizedTest
    @ValueSource(longs = {101, 102, 103, 104})
    void theTopologyAndThePureCoreWriteTheSameRecords(long seed) {
        List<CatalogVersion> catalogs = List.of(ScenarioCatalog.FIRST);
        PureRun pure = new PureRun(catalogs, CALENDAR, ScenarioCatalog.SINCE);
        RandomInputs inputs = new RandomInputs(seed, pure.core());
        try (VirtualPipeline pipeline = new VirtualPipeline(catalogs, CALENDAR, ScenarioCatalog.SINCE)) {
            for (int step = 1; step <= STEPS; step++) {
                Input input = inputs.next(pure.core());
                pure.moveTo(input.at());
                pure.play(input);
                pipeline.moveTo(input.at());
                publish(input, pipeline);
                List<RecordText> records = PureRun.ofCustomers(written(pipeline));

                assertThat(records)
                        .as("step %d of seed %d: %s", step, seed, input)
                        .isEqualTo(pure.taken());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {201})
    void aHistoryGivesTheSameBytesHoweverOftenItIsPlayed(long seed) {
        assertThat(recordsOf(seed)).isEqualTo(recordsOf(seed)).isNotEmpty();
    }

    private static List<RecordText> recordsOf(long seed) {
        List<CatalogVersion> catalogs = List.of(ScenarioCatalog.FIRST);
        PureRun seen = new PureRun(catalogs, CALENDAR, ScenarioCatalog.SINCE);
        RandomInputs inputs = new RandomInputs(seed, seen.core());
        List<RecordText> records = new ArrayList<>();
        try (VirtualPipeline pipeline = new VirtualPipeline(catalogs, CALENDAR, ScenarioCatalog.SINCE)) {
            for (int step = 1; step <= STEPS; step++) {
                Input input = inputs.next(seen.core());
                seen.play(input);
                pipeline.moveTo(input.at());
                publish(input, pipeline);
                records.addAll(written(pipeline));
            }
        }
        return records;
    }

    private static List<RecordText> written(VirtualPipeline pipeline) {
        return pipeline.written().stream()
                .map(record -> RecordText.of(record, JSON))
                .toList();
    }

    private static void publish(Input input, VirtualPipeline pipeline) {
        if (input instanceof Input.Asked asked) {
            pipeline.publish(asked.request().customerId(), asked.request());
        } else if (input instanceof Input.AskedByBackOffice asked) {
            pipeline.publishToBackOffice(asked.request().customerId(), asked.request());
        } else if (input instanceof Input.Settled settled) {
            pipeline.publish(settled.settlement().customerId(), settled.settlement());
        } else if (input instanceof Input.Published published) {
            pipeline.publish(published.catalog());
        }
    }
}
