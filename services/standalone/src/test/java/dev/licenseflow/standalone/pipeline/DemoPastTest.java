package dev.licenseflow.standalone.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.standalone.startup.DataFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoPastTest {

    private static final BusinessCalendar CALENDAR = BusinessCalendar.SAO_PAULO;
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    private Path path;

    @Test
    void aNewFolderBeginsInTheMonthBeforeTheLastOne() {
        try (DataFolder folder = DataFolder.open(path)) {
            DemoPast past = DemoPast.of(folder, CALENDAR, NOW).orElseThrow();

            assertThat(CALENDAR.monthOf(past.clock().now())).isEqualTo(YearMonth.of(2026, 9));
        }
    }

    @Test
    void timeIsNotSetBackWhereThereAreRecords() throws Exception {
        try (DataFolder folder = DataFolder.open(path)) {
            Files.createDirectory(folder.resolve("kafka"));

            assertThat(DemoPast.of(folder, CALENDAR, NOW)).isEmpty();
        }
    }

    @Test
    void timeIsNotSetBackToBeforeTheFirstCatalog() {
        try (DataFolder folder = DataFolder.open(path)) {
            assertThat(DemoPast.of(folder, CALENDAR, Instant.parse("2026-02-28T12:00:00Z")))
                    .isEmpty();
            assertThat(DemoPast.of(folder, CALENDAR, Instant.parse("2026-03-01T12:00:00Z")))
                    .isPresent();
        }
    }
}
