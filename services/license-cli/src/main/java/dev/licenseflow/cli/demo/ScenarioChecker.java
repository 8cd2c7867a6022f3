package dev.licenseflow.cli.demo;

import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.domain.decision.MonthTotals;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.messaging.json.RecordJson;
import dev.licenseflow.messaging.mapping.ClosedPartition;
import dev.licenseflow.messaging.mapping.MonthCloseMapper;
import dev.licenseflow.testkit.Expectation;
import dev.licenseflow.testkit.RecordText;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Prints what comes out of a scenario's steps, and counts what is not as expected. */
final class ScenarioChecker {

    private final DemoPrinter printer;
    private final RecordJson json;
    private final ExpectedValues values;

    private int wrongSteps;

    ScenarioChecker(DemoPrinter printer, CatalogVersion catalog, ZoneId zone) {
        this.printer = printer;
        this.json = new RecordJson(zone);
        this.values = new ExpectedValues(catalog, zone);
    }

    DemoPrinter printer() {
        return printer;
    }

    ExpectedValues values() {
        return values;
    }

    int wrongSteps() {
        return wrongSteps;
    }

    /** Sends the request of a step. */
    DecisionRecords ask(int number, DemoScenario.Step step, DemoPipeline pipeline) throws InterruptedException {
        Request request = step.line().request().orElseThrow();
        printer.title(number, step.title());
        printer.request(request);
        return pipeline.ask(request);
    }

    /** Compares a decision with the next one that the scenario expects. */
    void check(DecisionRecords records, String meaning, DemoScenario scenario) {
        printer.records(records);
        values.before(records);
        judge(meaning, differences(records.texts(json), scenario.expectedDecision()));
        values.after(records);
    }

    /** Compares the totals of a month close with those that the scenario expects next. */
    void check(YearMonth month, MonthTotals totals, String meaning, DemoScenario scenario) {
        printer.monthClosed(month, totals);
        String value = json.write(MonthCloseMapper.toAvro(new ClosedPartition(month, 0, 1, totals, "BRL")));
        RecordText close = new RecordText("month-closes", "0", "", value);
        judge(
                meaning,
                differences(List.of(close), List.of(scenario.expectations().remove())));
    }

    /** @param key of the sentence that says what is compared */
    void compare(String key, Object expected, Object found) {
        judge(
                printer.language().text(key),
                expected.equals(found) ? List.of() : List.of("expected " + expected + ", found " + found));
    }

    private void judge(String meaning, List<String> differences) {
        printer.verdict(meaning, differences);
        wrongSteps += differences.isEmpty() ? 0 : 1;
    }

    private List<String> differences(List<RecordText> records, List<Expectation> expectations) {
        List<Expectation> expected = expectations.stream().map(values::fill).toList();
        List<String> differences = new ArrayList<>(RecordText.faults(records, expected));
        records.stream()
                .map(RecordText::topic)
                .distinct()
                .filter(topic -> expected.stream().noneMatch(one -> one.topic().equals(topic)))
                .forEach(topic -> differences.add(topic + ": none expected"));
        return differences;
    }
}
