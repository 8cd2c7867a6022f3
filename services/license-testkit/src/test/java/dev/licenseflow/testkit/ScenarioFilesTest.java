package dev.licenseflow.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.fixture.Rule;
import dev.licenseflow.domain.month.BusinessCalendar;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every story comes out as it says, and comes out the same on the pure core and through the topology. */
@Rule({"D1", "D9", "T1"})
class ScenarioFilesTest {

    private static final BusinessCalendar CALENDAR = BusinessCalendar.SAO_PAULO;

    static Stream<ScenarioFile> stories() {
        return ScenarioFile.in(Path.of("src/test/resources/scenarios")).stream();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void whatComesOutOfTheTopologyIsWhatTheStorySays(ScenarioFile story) {
        List<RecordText> records = story.play(CALENDAR);

        assertThat(RecordText.faults(records, story.expectations())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void thePureCoreAndTheTopologyGiveTheSameRecords(ScenarioFile story) {
        assertThat(PureRun.ofCustomers(story.play(CALENDAR)))
                .isEqualTo(PureRun.of(story.lines(), story.catalogs(), CALENDAR));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void theSameInputGivesTheSameBytesAgain(ScenarioFile story) {
        assertThat(story.play(CALENDAR)).isEqualTo(story.play(CALENDAR));
    }
}
