package dev.licenseflow.cli.demo;

import dev.licenseflow.domain.catalog.CatalogHistory;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.decision.MonthTotals;
import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.testkit.VirtualPipeline;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The requests of one customer, played again on a virtual clock at the instants at which they were decided, and then the
 * start of the next month.
 *
 * @param decisions on the requests, which have to be those of the live pipeline (T1)
 * @param month that begins
 * @param close the month close of the customer
 * @param totals of the month close
 */
record VirtualReplay(List<Decision> decisions, YearMonth month, DecisionRecords close, MonthTotals totals) {

    private static final Duration AFTER_BOUNDARY = Duration.ofMinutes(5);

    /** @param live the requests with the decisions on them, in order */
    static VirtualReplay of(Map<Request, Decision> live, CatalogHistory catalogs, BusinessCalendar calendar) {
        Instant start = live.values().iterator().next().decidedAt();
        YearMonth month = calendar.monthOf(start).plusMonths(1);
        RecordCollector collector = new RecordCollector();
        List<Decision> decisions = new ArrayList<>();
        String customerId = "";
        try (VirtualPipeline pipeline = new VirtualPipeline(catalogs.versions(), calendar, start)) {
            for (Map.Entry<Request, Decision> step : live.entrySet()) {
                Request request = step.getKey();
                customerId = request.customerId();
                pipeline.moveTo(step.getValue().decidedAt());
                pipeline.publish(customerId, request);
                pipeline.written().forEach(record -> collector.add(record.value()));
                Decision replayed = collector
                        .take(customerId, request.requestId())
                        .orElseThrow()
                        .decision();
                decisions.add(at(step.getValue().decisionId(), replayed));
            }
            pipeline.moveTo(calendar.startOf(month).plus(AFTER_BOUNDARY));
            pipeline.written().forEach(record -> collector.add(record.value()));
        }
        return new VirtualReplay(
                decisions,
                month,
                collector.take(customerId, month.toString()).orElseThrow(),
                collector.closed(month, 1).orElseThrow());
    }

    /** The decision as if its request had stood at another place of the log, which gives it its id (L4). */
    private static Decision at(String decisionId, Decision decision) {
        return new Decision(
                decisionId,
                decision.cause(),
                decision.causeId(),
                decision.customerId(),
                decision.requester(),
                decision.outcome(),
                decision.duplicate(),
                decision.reasons(),
                decision.effects(),
                decision.catalogVersion(),
                decision.revisionBefore(),
                decision.revisionAfter(),
                decision.decidedAt());
    }
}
