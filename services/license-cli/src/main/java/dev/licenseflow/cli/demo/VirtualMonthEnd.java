package dev.licenseflow.cli.demo;

import dev.licenseflow.cli.demo.StoryTeller.Told;
import dev.licenseflow.domain.catalog.CatalogHistory;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.MonthTotals;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.messaging.mapping.MonthCloseMapper;
import dev.licenseflow.messaging.mapping.decision.DecisionMapper;
import dev.licenseflow.schema.LicenseDecision;
import dev.licenseflow.schema.LicenseState;
import dev.licenseflow.schema.MonthClosed;
import dev.licenseflow.testkit.VirtualPipeline;
import dev.licenseflow.testkit.WrittenRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * The rest of the month in a moment: the story is replayed at the instants at which it was decided, and then the clock
 * goes on to the next month.
 *
 * @param replayed the decisions of the replay, which have to be those of the live pipeline (T1)
 * @param close what the month's begin led to for the customer
 * @param month that begins
 * @param closed the totals of the month close
 */
record VirtualMonthEnd(List<Decision> replayed, YearMonth month, Answer close, MonthTotals closed) {

    private static final Duration AFTER_BOUNDARY = Duration.ofMinutes(5);

    /** @param story the requests with what came of them, in order */
    static VirtualMonthEnd after(List<Told> story, CatalogHistory catalogs, BusinessCalendar calendar) {
        Instant start = story.get(0).decision().decidedAt();
        YearMonth month = calendar.monthOf(start).plusMonths(1);
        try (VirtualPipeline pipeline = new VirtualPipeline(catalogs.versions(), calendar, start)) {
            story.forEach(told -> {
                pipeline.moveTo(told.decision().decidedAt());
                pipeline.publish(told.request().customerId(), told.request());
            });
            List<Decision> replayed = decisions(pipeline.written());
            pipeline.moveTo(calendar.startOf(month).plus(AFTER_BOUNDARY));
            List<WrittenRecord> after = pipeline.written();
            return new VirtualMonthEnd(
                    replayed,
                    month,
                    new Answer(decisions(after).get(0), List.of(), first(after, LicenseState.class)),
                    MonthCloseMapper.toDomain(first(after, MonthClosed.class).orElseThrow())
                            .totals());
        }
    }

    private static List<Decision> decisions(List<WrittenRecord> written) {
        return written.stream()
                .map(WrittenRecord::value)
                .filter(LicenseDecision.class::isInstance)
                .map(value -> DecisionMapper.toDomain((LicenseDecision) value))
                .toList();
    }

    private static <T extends SpecificRecord> Optional<T> first(List<WrittenRecord> written, Class<T> type) {
        return written.stream()
                .map(WrittenRecord::value)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
